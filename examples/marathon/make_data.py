"""Write this story's tables: public world records, and finishers of a race that never was.

Run it from anywhere: python examples/marathon/make_data.py
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
from workbook import Rows, write_workbook  # noqa: E402

SEED = 42_195
RECORDS = (
    (1988, "丁萨莫", "2:06:50"), (1998, "达科斯塔", "2:06:05"), (1999, "卡努奇", "2:05:42"),
    (2002, "卡努奇", "2:05:38"), (2003, "特尔加特", "2:04:55"), (2007, "格布雷塞拉西", "2:04:26"),
    (2008, "格布雷塞拉西", "2:03:59"), (2011, "马考", "2:03:38"), (2013, "基普桑", "2:03:23"),
    (2014, "基梅托", "2:02:57"), (2018, "基普乔格", "2:01:39"), (2022, "基普乔格", "2:01:09"),
    (2023, "基普图姆", "2:00:35"),
)  # fmt: skip
AGES = (
    ("20—29岁", 1240, 610), ("30—39岁", 2310, 930), ("40—49岁", 2050, 860),
    ("50—59岁", 1120, 430), ("60岁及以上", 340, 110),
)  # fmt: skip


def over_two_hours(time: str) -> int:
    """Seconds that a time is over two hours."""
    hours, minutes, seconds = map(int, time.split(":"))
    return (hours - 2) * 3600 + minutes * 60 + seconds


def finishers() -> Rows:
    """One in twenty-five of those who finished: their sex, age and net time in minutes."""
    dice = random.Random(SEED)
    rows: list[list[str | int | float | None]] = [["序号", "性别", "年龄", "净成绩（分钟）"]]
    for number in range(1, 401):
        is_man = dice.random() < 0.71
        age = min(max(round(dice.gauss(38, 10)), 20), 71)
        time = dice.gauss(252 if is_man else 272, 30) + 0.045 * (age - 32) ** 2
        # Few stay on the course past six hours, and as few come in under 2:35.
        rows.append([number, "男" if is_man else "女", age, round(min(max(time, 154), 359), 1)])
    return rows


def main() -> None:
    lines = ["年份,选手,成绩,距两小时（秒）"]
    lines += [f"{year},{name},{time},{over_two_hours(time)}" for year, name, time in RECORDS]
    # With a byte order mark, as spreadsheets write “CSV UTF-8”.
    (HERE / "records.csv").write_text("\n".join(lines) + "\n", encoding="utf-8-sig")
    ages: Rows = [["年龄组", "男（人）", "女（人）"], *map(list, AGES)]
    write_workbook(HERE / "race.xlsx", {"年龄组": ages, "完赛抽样": finishers()})


if __name__ == "__main__":
    main()
