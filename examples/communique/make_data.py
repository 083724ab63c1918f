"""Write this story's tables: figures of the 2024 communiqué of the National Bureau of Statistics.

Run it from anywhere: python examples/communique/make_data.py
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
from workbook import write_workbook  # noqa: E402

ECONOMY = [
    ["国民经济主要指标"],
    [
        "年份", "国内生产总值（亿元）", "增速（%）", "粮食产量（万吨）", "出生人口（万人）",
        "快递业务量（亿件）",
    ],
    [2020, 1034868, 2.3, 66949, 1200, 833.6],
    [2021, 1173823, 8.6, 68285, 1062, 1083.0],
    [2022, 1234029, 3.1, 68653, 956, 1105.8],
    [2023, 1294272, 5.4, 69541, 902, 1320.7],
    [2024, 1349084, 5.0, 70650, 954, 1750.8],
    ["注：国内生产总值按现价计算，增速按不变价计算。"],
    ["数据来源：国家统计局"],
]  # fmt: skip
INDUSTRIES = [
    ["产业", "增加值（亿元）"],
    ["第一产业", 91414],
    ["第二产业", 492087],
    ["第三产业", 765583],
    ["合计", 1349084],
]
POWER = [
    ["2024年末发电装机容量", None],
    ["单位：万千瓦", None],
    ["类型", "装机容量"],
    ["火电", 144445],
    ["水电", 43595],
    ["核电", 6083],
    ["风电", 52068],
    ["太阳能发电", 88666],
    ["全国总计", 334862],
]
PRICES = (-0.8, 0.7, 0.1, 0.3, 0.3, 0.2, 0.5, 0.6, 0.4, 0.3, 0.2, 0.1)


def main() -> None:
    write_workbook(
        HERE / "economy.xlsx",
        {"综合": ECONOMY, "产业": INDUSTRIES, "电力": POWER},
        {"综合": ["A1:F1"], "电力": ["A1:B1", "A2:B2"]},
    )
    lines = ["月份,居民消费价格同比（%）"]
    lines += [f"2024年{month}月,{price}" for month, price in enumerate(PRICES, 1)]
    (HERE / "prices.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
