"""Of press profiles."""

from __future__ import annotations

CODES: dict[str, str] = {
    "press-unknown": """\
没有这个印厂规格。
路径以.json结尾；不带的是自带规格的名称，`infographic press`列出全部。版式在“press”里写，
--press临时换一个。""",
    "press-profile": """\
印厂规格缺了东西，或写了两样互相矛盾的。
PDF/X要有印刷条件的名称和ICC特性文件。报社自己的规格最短可以这样写：
    {"extends": "newsprint", "ink": {"design": 230, "hard": 240}}""",
    "press-icc": """\
印厂规格的ICC特性文件不能用。
要印刷机的CMYK特性文件（类别“prtr”），完整，PDF/X-1a要版本2。向印厂要，或用自带的：
IFRA26S_2004_newsprint.icc、FOGRA39L_coated.icc。""",
}
