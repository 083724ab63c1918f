"""Write this batch's table: the sixty counties of 砚江省, a province that never was.

Run it from anywhere: python examples/counties/make_data.py

The workbook has the habits of such a table: a title over all columns, a note under it, two rows of
headings merged across and down, the prefecture once for all its counties, codes that are text with
a zero in front, “—” where a county says nothing, a total at the foot and notes below it.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
from workbook import Cell, write_workbook  # noqa: E402

YEARS = range(2021, 2026)
PREFECTURES = (
    # Name; its counties; their livelihoods in turn; a county's output in 2021 (亿元); growth (%).
    ("砚州市", "砚南县 漱石县 鹤汀县 麓安市 棠溪县 云锦县 青笠县",
     "chip shop factory tea", 412, 5.9),
    ("沅宁市", "沅宁县 白碓县 鹿洲县 梅岙县 罗纹县 秋渚市",
     "fish ship rice port", 236, 5.3),
    ("岫阳市", "岫阳县 石鼎县 霁岭县 铜鼓岭县 墨泉县 砚北县",
     "power-plant factory gear", 198, 2.4),
    ("禾川市", "禾川县 枫溆县 稻香县 长塍县 双堰县 圩桥县 桑园市",
     "grain rice tractor egg", 172, 4.9),
    ("荻浦市", "荻浦县 沙溆县 蓼汀县 银汀县 望潮市 南堤县",
     "port container ship fish", 331, 6.3),
    ("棠山市", "棠山县 杏坞县 栗坪县 茶硐县 松岩县 云梯县",
     "tea fruit forest mountain", 96, 5.8),
    ("墨川市", "墨川县 乌岩县 黑塬县 炭坪县 玄谷县",
     "oil power-plant gear solar", 224, -0.4),
    ("澜亭市", "澜亭县 兰渡县 竹屿县 荷沼县 鹭洲市 芷浦县",
     "pavilion suitcase fruit flower", 128, 6.0),
    ("雁原州", "雁原县 草甸县 驼铃县 风垭县 雪峪县 牧河县",
     "cow wind solar snow", 62, 6.9),
    ("碧屿市", "碧屿县 鲸湾县 蚝江县 帆岛县 塔澳县",
     "fish shrimp wind airplane", 118, 7.3),
)  # fmt: skip
LIVELIHOODS = {
    # By sign: what the county is called, what it counts, the unit, from, to, decimals.
    "chip": ("芯片之城", "集成电路产量", "亿块", 8, 60, 1),
    "shop": ("商贸之城", "社会消费品零售额", "亿元", 90, 260, 1),
    "factory": ("工业之城", "规模以上工业企业", "家", 120, 640, 0),
    "tea": ("茶叶之乡", "茶叶产量", "万吨", 0.6, 4.8, 1),
    "fish": ("渔业之乡", "水产品产量", "万吨", 4, 38, 1),
    "ship": ("造船之城", "交付船舶", "艘", 12, 86, 0),
    "rice": ("稻米之乡", "稻谷产量", "万吨", 18, 74, 1),
    "port": ("港口之城", "货物吞吐量", "万吨", 900, 8600, 0),
    "power-plant": ("能源之城", "发电量", "亿千瓦时", 36, 240, 1),
    "gear": ("装备之城", "装备制造业产值", "亿元", 40, 210, 1),
    "grain": ("产粮大县", "粮食产量", "万吨", 42, 118, 1),
    "tractor": ("农机之乡", "农机作业面积", "万亩", 80, 320, 1),
    "egg": ("禽蛋之乡", "禽蛋产量", "万吨", 3, 21, 1),
    "container": ("外贸之城", "货物进出口额", "亿元", 60, 420, 1),
    "fruit": ("水果之乡", "水果产量", "万吨", 9, 64, 1),
    "forest": ("森林之城", "森林覆盖率", "%", 58, 79, 1),
    "mountain": ("山水之城", "接待游客", "万人次", 160, 980, 1),
    "oil": ("油气之乡", "天然气产量", "亿立方米", 3, 19, 1),
    "solar": ("光伏之乡", "光伏装机容量", "万千瓦", 24, 186, 1),
    "pavilion": ("古建之乡", "接待游客", "万人次", 320, 1400, 1),
    "suitcase": ("旅游之乡", "旅游总收入", "亿元", 12, 96, 1),
    "flower": ("花卉之乡", "鲜切花产量", "亿枝", 1, 14, 1),
    "cow": ("奶业之乡", "牛奶产量", "万吨", 5, 44, 1),
    "wind": ("风电之乡", "风电装机容量", "万千瓦", 30, 210, 1),
    "snow": ("冰雪之城", "接待游客", "万人次", 90, 460, 1),
    "shrimp": ("对虾之乡", "对虾产量", "万吨", 2, 12, 1),
    "airplane": ("空港之城", "旅客吞吐量", "万人次", 80, 620, 1),
}
HOLES = {"090305", "090704"}
"""Counties that say nothing of their livelihood this year: their cells have “—”."""
HEADS: tuple[tuple[Cell, ...], tuple[Cell, ...]] = (
    ("代码", "县市", "市州", "地区生产总值（亿元）", *[None] * 4, "比上年增长（%）",
     "与全省之差（百分点）", "增速位次", "比2021年增长（%）", "常住人口（万人）",
     "人均地区生产总值（元）", "称号", "图标", "特色", "数量", "单位", "并列"),
    (None, None, None, *(f"{year}年" for year in YEARS), *[None] * 12),
)  # fmt: skip


class County(NamedTuple):
    code: str
    name: str
    prefecture: str
    outputs: tuple[float, ...]
    """Of each year, at its own prices, in 亿元."""
    growth: float
    """On the year before, at constant prices, in %."""
    people: float
    """In 万."""
    own: tuple[Cell, ...]
    """What it is called, the sign, what it counts, how much, the unit."""


def counties() -> list[County]:
    """All sixty, the same each time."""
    chance = random.Random(19)
    made = []
    for p, (prefecture, names, signs, output, growth) in enumerate(PREFECTURES, 1):
        for c, name in enumerate(names.split(), 1):
            code = f"09{p:02}{c:02}"
            sign = signs.split()[(c - 1) % len(signs.split())]
            outputs = [output * chance.uniform(0.45, 1.45)]
            for _ in YEARS[:-2]:
                outputs.append(outputs[-1] * (1 + (growth + chance.uniform(-2.6, 2.8)) / 100))
            real = round(growth + chance.uniform(-2.2, 2.2), 1)
            # Prices rose a little where more was made, and fell where less was.
            prices = chance.uniform(0.2, 0.9) * (1 if real >= 0 else -1)
            outputs.append(outputs[-1] * (1 + (real + prices) / 100))
            people = round(outputs[-1] / chance.uniform(4.4, 9.6), 1)
            own = _own(sign, chance, says=code not in HOLES)
            rounded = tuple(round(one, 1) for one in outputs)
            made.append(County(code, name, prefecture, rounded, real, people, own))
    return made


def _own(sign: str, chance: random.Random, *, says: bool) -> tuple[Cell, ...]:
    called, counted, unit, least, most, decimals = LIVELIHOODS[sign]
    amount = round(chance.uniform(least, most), decimals or None)
    return (called, sign, counted, amount, unit) if says else (called, sign, "—", "—", "—")


def main() -> None:
    every = counties()
    sums = [round(sum(one.outputs[year] for one in every), 1) for year in range(len(YEARS))]
    # Weighted by what each made, as the province's own rate is.
    mean = round(sum(one.growth * one.outputs[-2] for one in every) / sums[-2], 1)
    fastest = sorted((one.growth for one in every), reverse=True)
    people = round(sum(one.people for one in every), 1)
    rows: list[list[Cell]] = [
        ["砚江省各县（市）主要经济指标（2025年）"],
        ["示例数据：砚江省及其县（市）均为虚构"],
        *map(list, HEADS),
        *(_row(one, mean, fastest) for one in every),
        ["合计", None, None, *sums, mean, 0, None, _growth(sums), people,
         _per_head(sums[-1], people)],
        ["注：1.比上年增速按可比价格计算，比2021年增速按当年价格计算。2.合计为60个县（市）之和。"],
    ]  # fmt: skip
    merged = ["A1:T1", "A2:T2", "D3:H3", *(f"{col}3:{col}4" for col in "ABCIJKLMNOPQRST")]
    top = 5
    for _, names, *_ in PREFECTURES:
        count = len(names.split())
        merged.append(f"C{top}:C{top + count - 1}")
        top += count
    write_workbook(HERE / "counties.xlsx", {"县域": _named_once(rows)}, {"县域": merged})


def _named_once(rows: list[list[Cell]]) -> list[list[Cell]]:
    """A merged cell has its words at its head, and nothing below."""
    seen: Cell = None
    for row in rows[4:-2]:
        row[2], seen = (None if row[2] == seen else row[2]), row[2]
    return rows


def _row(one: County, mean: float, fastest: list[float]) -> list[Cell]:
    return [
        one.code, one.name, one.prefecture, *one.outputs, one.growth, round(one.growth - mean, 1),
        fastest.index(one.growth) + 1, _growth(one.outputs), one.people,
        _per_head(one.outputs[-1], one.people), *one.own,
        # Of those that are as fast as another.
        "并列" if fastest.count(one.growth) > 1 else None,
    ]  # fmt: skip


def _growth(outputs: tuple[float, ...] | list[float]) -> float:
    return round((outputs[-1] / outputs[0] - 1) * 100, 1)


def _per_head(output: float, people: float) -> int:
    """In 元."""
    return round(output * 10000 / people)


if __name__ == "__main__":
    main()
