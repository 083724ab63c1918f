"""Of binding: the story's data put where a layout says."""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    "bind-directive": "没有“{key}”这条指令",
    "bind-directive/beside": "“{key}”不能与“{name}”并列",
    "bind-form/as": "“as”只能写一个普通名称",
    "bind-form/beside": "“{key}”不能与“{name}”并列",
    "bind-form/condition": (
        "这不是条件", "写指针，或not、any、all、count、characters、named、shape之一",
    ),
    "bind-form/conditions": "“{name}”应为条件列表",
    "bind-form/shape": (
        "“shape”要配“is”，取{known:list 或}，一种或几种",
        '写作{{"shape": "/figures/0", "is": "portrait"}}',
    ),
    "bind-form/index": "“$index”要写起始数：0或1",
    "bind-form/join": "$join应为文字列表",
    "bind-form/joined": "$join只接文字和数字，却是{kind}（{place}）",
    "bind-form/left-out": "整个版式都被略去了",
    "bind-form/no-branch": "$if既没有“then”也没有“else”",
    "bind-form/no-do": ("$each缺少“do”", "“do”写每一项怎么排"),
    "bind-form/no-list": "$each应取列表，而“{pointer}”是{kind}",
    "bind-form/number": "“{key}”应为不小于0的整数，却是{kind}",
    "bind-form/pointer": "应为指针，如“/headline”，却是{kind}",
    "bind-form/with": "“with”应为文字",
    "bind-missing": ("“{pointer}”找不到内容：{why}", "写“default”作备用，或放进$if"),
    "bind-missing/at": ("“{pointer}”找不到内容：{why}（{place}）", "写“default”作备用，或放进$if"),
    "bind-pointer": ("“{pointer}”不是指针", "指针以/或./开头"),
    "bind-pointer/index": "“$index”不在任何$each里面",
    "bind-pointer/no-item": ("“{pointer}”指列表中的一项，外面却没有$each", "指向稿件的指针以/开头"),
    "bind-too-many": ("版式展开后超过{most}个对象", "用“take”限制$each的项数"),
    "phrase/nothing": "空",
    "layout-needs/empty": (
        "版式要用“{pointer}”，它是空的", "补上，或另选版式；`infographic check 稿件`列出合适的版式",
    ),
    "layout-needs/nothing": (
        "版式要用“{pointer}”，而{why}", "补上，或另选版式；`infographic check 稿件`列出合适的版式",
    ),
    "layout-needs/few-items": (
        "版式要求“{pointer}”至少{least}项，稿件有{has}项",
        "补几项，或另选版式；`infographic check 稿件`列出合适的版式",
    ),
    "layout-needs/few-characters": (
        "版式要求“{pointer}”至少{least}字，稿件有{has}字",
        "补些文字，或另选版式；`infographic check 稿件`列出合适的版式",
    ),
    "layout-needs/many-items": (
        "版式要求“{pointer}”至多{most}项，稿件有{has}项",
        "删几项，或另选版式；`infographic check 稿件`列出合适的版式",
    ),
    "layout-needs/many-characters": (
        "版式要求“{pointer}”至多{most}字，稿件有{has}字",
        "删些文字，或另选版式；`infographic check 稿件`列出合适的版式",
    ),
    "needs-form/need": "需求写true，或含{fields}的对象，却是{kind}",
    "needs-form/number": "“{key}”应为整数，却是{kind}",
    "needs-form/object": "“needs”应为以指针为键的对象，却是{kind}",
    "needs-form/pointer": ("“{pointer}”不是指向稿件的指针", '写作"/{pointer}"'),
    "needs-form/unknown": "没有“{key}”这种需求",
    "set-pointer/form": ("“{pointer}”不是指针", "以/开头"),
    "set-pointer/nothing": "“{pointer}”无法改：{why}",
}  # fmt: skip
