"""Of press profiles and the ICC files that they name."""

from __future__ import annotations

PRINTERS = "PDF/X要印厂自己的CMYK特性文件，类别为“prtr”"
SPOT = "从颜色里去掉“spot”改用四色印，或换印厂规格"

SAYINGS: dict[str, str | tuple[str, str]] = {
    "press-icc/class": ("{file}：特性文件的类别是“{kind}”，不是印刷机的", PRINTERS),
    "press-icc/length": ("{file}：文件长度与文件头写的不符", PRINTERS),
    "press-icc/no-profile": ("{file}：这不是ICC特性文件", PRINTERS),
    "press-icc/space": ("{file}：特性文件用于{space}，不是CMYK", PRINTERS),
    "press-icc/unread": ("{file}：读不出（{reason:term}）", PRINTERS),
    "press-icc/version": ("{file}：ICC版本{version}对{standard}来说太新", PRINTERS),
    "press-profile/circle": "印厂规格循环扩展：{name}",
    "press-profile/extends": "“extends”应为印厂规格的名称，却是{kind}",
    "press-profile/ink-limits": "墨量上限“design”{design:g}%高于“hard”{hard:g}%",
    "press-profile/no-icc": (
        "{standard}要有“icc”", '写"icc": "house.icc"，路径从规格所在的文件夹算起',
    ),
    "press-profile/no-identifier": (
        "{standard}的intent里要有“identifier”", "写印刷条件的名称，如“IFRA26”",
    ),
    "press-profile/no-info": ("{standard}的intent里要有“info”", "写印厂怎么称呼这个条件"),
    "press-profile/no-intent": (
        "{standard}要有“intent”", '写"intent": {{"identifier": "IFRA26", "registry": …}}',
    ),
    "press-profile/object": "印厂规格应为对象，却是{kind}",
    "press-spots/none": ("版面有{count}种专色（“{names:join ”“}”），“{press}”不印专色", SPOT),
    "press-spots/some": ("版面有{count}种专色（“{names:join ”“}”），“{press}”至多{most}种", SPOT),
    "press-unknown": "没有印厂规格“{name}”",
    "press-unknown/file": (
        "没有印厂规格文件{path}", "路径从版式所在的文件夹算起，--press从当前文件夹算起",
    ),
}  # fmt: skip
