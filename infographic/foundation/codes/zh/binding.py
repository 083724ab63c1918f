"""Of binding: a layout and a story become one."""

from __future__ import annotations

CODES: dict[str, str] = {
    "bind-directive": """\
对象里的$…不是指令，或旁边有不该有的字段。
指令有$data、$each、$if、$join和$index，各自成一个对象：
    {"$data": "/headline", "default": "…"}
    {"$each": "/panels/0/stats", "do": {"type": "stat", "stat": {"$data": "."}}}
    {"$if": "/deck", "then": {…}, "else": {…}}
    {"$join": [{"$data": "/byline"}, {"$data": "/source"}], "with": "　"}""",
    "bind-form": """\
指令里的值种类不对。
指针是文字；要有“do”；“take”和“skip”是整数；$each取列表。""",
    "bind-missing": """\
版式要的内容稿件里没有。
消息里写明指针走到哪里。改指针，补稿件，写“default”作备用，或用$if只在有内容时才排。
    {"$if": "/deck", "then": {"type": "text", "text": {"$data": "/deck"}}}""",
    "bind-pointer": """\
指针写法不对，或指向列表的一项而那里没有列表。
从稿件开头指的以/开头。在$each的“do”里，“.”是这一项，“./label”是它的一部分。列表从0数起。
    "/panels/0/stats/2\"""",
    "bind-too-many": """\
$each展开的版块一页装不下。
列表套列表，数目要相乘。用“take”限制。""",
    "set-pointer": """\
--set所写的位置文件里没有。
可以给已有的对象加新的键；“-”加在列表末尾。
    --set /headline=两千人下基层      --set /panels/0/stats/0/value=2300""",
    "edit-pointer": """\
JSON里指针所指的地方没有值，找不到，也改不了。
指针为空，或以“/”开头：/panels/0/stats/1/value。要给对象加新的键，就改整个对象。""",
    "layout-needs": """\
版式要的内容稿件没有，或多得排不下。
版式在“needs”里写明。另选版式（`infographic check 稿件`列出合适的），或补全稿件。""",
    "needs-form": """\
版式的“needs”写法不对。
    "needs": {"/headline": true, "/figures": {"min": 1}, "/body": {"min_characters": 400}}""",
}
