"""Write this story's tables: the summer of a city that never was, day by day.

Run it from anywhere: python examples/summer/make_data.py
"""

from __future__ import annotations

import math
import random
import sys
from datetime import date, timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
from workbook import Rows, write_workbook  # noqa: E402

SEED = 92
FIRST = date(2026, 6, 1)
DAYS = 92
STORMS = {25: 38.5, 26: 71.2, 27: 46.0, 38: 22.4, 45: 104.6, 46: 18.8, 61: 27.5, 75: 55.3, 83: 12.6}
"""Days of much rain, in mm: the rest comes as showers, or not at all."""
DISTRICTS = ("城东区", "城西区", "江北区", "高新区")
RAIN = ((176.4, 158.2, 214.7, 165.3), (201.6, 176.3, 244.9, 188.2), (96.8, 104.5, 121.3, 90.1))


def days() -> list[tuple[date, float, float, float]]:
    """Each day's highest and lowest temperature and its rain."""
    dice = random.Random(SEED)
    made = []
    for number in range(DAYS):
        rain = STORMS.get(number, round(dice.expovariate(1 / 5), 1) if dice.random() < 0.2 else 0.0)
        season = 3.2 * math.sin(math.pi * (number + 12) / 110)
        cooler = min(rain / 9, 5.5)
        high = 30.6 + season + dice.gauss(0, 1.1) - cooler
        low = 22.6 + season * 0.9 + dice.gauss(0, 0.8) - cooler * 0.4
        made.append((FIRST + timedelta(number), round(high, 1), round(low, 1), rain))
    return made


def main() -> None:
    lines = ["日期,最高气温（℃）,最低气温（℃）,降水量（毫米）"]
    lines += [f"{day},{high},{low},{rain}" for day, high, low, rain in days()]
    (HERE / "daily.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    rain: Rows = [
        ["月份", *(f"{name}（毫米）" for name in DISTRICTS)],
        *([f"2026年{6 + month}月", *row] for month, row in enumerate(RAIN)),
    ]
    write_workbook(HERE / "districts.xlsx", {"降水量": rain})


if __name__ == "__main__":
    main()
