"""Write this story's tables: the autumn harvest of 岚川省, a province that never was.

Run it from anywhere: python examples/province-map/make_data.py
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
from workbook import Cell, write_workbook  # noqa: E402

COUNTIES = (
    # Name; rice, maize, soya, potatoes in 万吨; area in 万亩; last year's harvest in 万吨.
    ("云浦市", 38.2, 12.6, 1.8, 2.4, 98.4, 52.6), ("松棱县", 9.4, 41.7, 6.3, 3.8, 121.0, 57.5),
    ("白砻县", 4.1, 36.5, 7.9, 5.2, 117.3, 55.8), ("鹿汀县", 47.6, 8.3, 1.2, 1.7, 97.7, 55.1),
    ("霁山县", 22.8, 25.4, 3.5, 4.6, 109.2, 54.9), ("棠埠市", 41.0, 10.2, 2.1, 1.9, 95.6, 53.8),
    ("禾浦县", 63.9, 9.8, 1.6, 2.2, 124.8, 71.0), ("枫塘县", 55.3, 11.4, 2.0, 2.7, 119.5, 68.3),
    ("雁埠苗族自治县", 18.6, 14.9, 2.8, 6.1, 88.4, 40.2),
    ("银渚市", 26.5, 7.7, 1.4, 1.5, 66.3, 36.6), ("岚阳市", 6.8, 3.2, 0.5, 0.6, 20.1, 11.5),
    ("青屿县", 1.9, 0.8, 0.2, 1.6, 10.2, 5.1),
)  # fmt: skip
CROPS = ("稻谷", "玉米", "大豆", "薯类")
FLOWS = (
    ("北三县", "饲料加工", 52.4), ("北三县", "中央储备", 31.0), ("北三县", "省外销售", 34.0),
    ("江南五县", "口粮加工", 118.6), ("江南五县", "中央储备", 64.2), ("江南五县", "省外销售", 41.7),
    ("其他市县", "口粮加工", 58.3), ("其他市县", "饲料加工", 39.5),
)  # fmt: skip


def main() -> None:
    lines = [
        "岚川省2026年秋粮生产情况",
        "市县,播种面积（万亩）,总产量（万吨）,上年总产量（万吨）,单产（公斤/亩）",
    ]
    area = harvest = before = 0.0
    for name, *crops, acres, last in COUNTIES:
        whole = round(sum(crops), 1)
        lines.append(f"{name},{acres},{whole},{last},{round(whole * 1000 / acres)}")
        area, harvest, before = area + acres, harvest + whole, before + last
    lines.append(f"全省,{area:.1f},{harvest:.1f},{before:.1f},{round(harvest * 1000 / area)}")
    lines.append("注：总产量为收获后折算的净粮。")
    lines.append("数据来源：示例数据（岚川省为虚构）")
    # As most offices' systems still write it.
    (HERE / "harvest.csv").write_text("\n".join(lines) + "\n", encoding="gb18030")
    crops_rows: list[list[Cell]] = [
        ["分市县秋粮产量", None, None, None, None],
        ["市县", "产量（万吨）", None, None, None],
        [None, *CROPS],
        *([name, *crops] for name, *crops, _, _ in COUNTIES),
    ]
    flows: list[list[Cell]] = [["产地", "去向", "数量（万吨）"], *map(list, FLOWS)]
    write_workbook(
        HERE / "harvest.xlsx",
        {"作物": crops_rows, "流向": flows},
        {"作物": ["A1:E1", "A2:A3", "B2:E2"]},
    )


if __name__ == "__main__":
    main()
