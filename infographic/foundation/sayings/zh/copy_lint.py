"""Of what no editor meant in a story's texts."""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    "copy-html/tag": (
        "文字里混有HTML，会照样排出：“{found:join ”“}”（{places}）",
        "删去；加粗写** … **，换行写\\n",
    ),
    "copy-html/reference": (
        "文字里混有字符代码，会照样排出：{found}（{places}）", "直接写字符本身",
    ),
    "copy-invisible/removed": ("有{count}个看不见的字符，排不出来：{found}（{places}）", "删去"),
    "copy-invisible/kept": (
        "这里可以断行，不断行时看不出来：{found}（{places}）", "不是有意的就删去",
    ),
    "copy-radical/han": (
        "用了部首或兼容字符，按所代表的汉字排：{found}（{places}）", "改写成汉字，便于在稿件里查找",
    ),
    "copy-line-end/trimmed": ("文字末尾有{count}个换行，不排（{places}）", "删去"),
    "copy-line-end/odd": ("混入别的程序的换行符，当作换行：{found}（{places}）", "写\\n，或删去"),
    "copy-quote/pair": (
        "中文用了{count}个直引号：{found}（{places}）",
        "改用弯引号，“ ”里面用‘ ’（GB/T 15834，4.8）",
    ),
    "copy-quote/alone": (
        "中文旁有一个直引号，找不到另一半（{places}）", "改用弯引号“ ”中的一个，缺的一半补上",
    ),
    "copy-half-width/marks": (
        "汉字之间有{count}个半角标点：{found}（{places}）", "改用全角标点（GB/T 15834，5.1）",
    ),
    "copy-doubled/marks": ("标点不能这样连用：{found}（{places}）", "只留该用的一个"),
    "copy-doubled/spaces": (
        "连着几个空格，只排一个：{found}（{places}）", "只写一个；全角空格用U+3000",
    ),
    "copy-full-width/letters": ("用了全角字母：{found}（{places}）", "改用半角"),
    "copy-emoji/print": (
        "表情符号印出来只有一种颜色：{found}（{places}）", "改用文字，或只用于屏幕",
    ),
    "copy-face/headline": (
        "主题里有字符出自另一款字体：{found}（{places}）", "换一款有这些字的字体，或换字",
    ),
    "copy-face/words": (
        "{own}缺{count}个字符，由{face}代替：{found}", '在"fallback"里写一款有这些字的字体，或换字',
    ),
    "copy-float/long": (
        "数字没有取舍，所有位数都会排出：{found}（{places}）",
        '写到该读的位数，或给数据条目写"decimals"',
    ),
    "copy-float/number": ("数字带着程序运算的误差：{found}（{places}）", "按本来的数写"),
    "copy-traditional/traditional": (
        "简体稿里有繁体字：{found}（{places}）", "改成简体；引文请放在“ ”里",
    ),
    "copy-traditional/simplified": (
        "繁体稿里有简体字：{found}（{places}）", "改成繁体；引文请放在「 」里",
    ),
    "copy-no-label": (
        "只有数字，没有说是什么",
        '写明数的是什么，如“建成**2300**公里”，或加“label”：{{"value": 2300, "unit": "个", '
        '"label": "党建联盟"}}',
    ),
    "phrase/stands-for": "“{written}”（即{meant}）",
    "phrase/in-place-of": "{found}→{meant}",
    "phrase/character": "U+{code:04X}（{name:term}）",
    "phrase/from-face": "{found}出自{face}",
    "phrase/emoji": "{emoji}（{name}）",
    "phrase/times": "{count}处",
    "phrase/nth-character": "第{number}字",
    "phrase/and-more": "另有{count}处",
}  # fmt: skip
