"""Of the files that a run reads and writes, and of the call and the machine."""

from __future__ import annotations

CODES: dict[str, str] = {
    "file-missing": """\
所写的文件不在。
路径从当前文件夹算起；写在文件里的，从那个文件所在的文件夹算起。""",
    "file-unreadable": """\
所写的文件读不出：是文件夹，或没有权限。""",
    "output-is-input": """\
要写的文件正是做版要用的文件。
稿件、图片、版式及其扩展的版式、字体、规则表、印厂规格及其ICC特性文件，不论换什么名称或链接，
都不覆盖。什么也没有写。
    infographic render story.json -o pictures/1.png        给版面另起名称""",
    "file-changed": """\
`check --mend`要写稿件本身，而读过之后别人（也许是编辑器）又保存过：保留后来保存的，什么也没
有改。
    infographic check story.json --mend                    保存之后再来一次
    infographic check story.json --mend -o mended.json     或写到另一个文件""",
    "set-left": """\
这一组页面或切片旁边，还有上一组多出来的：昨天七页的第7页，今天只有五页。程序不替你删；整个
文件夹一起发，旧的也会发出去。
    rm out/cards-6.png out/cards-7.png                     不要就删""",
    "too-deep": """\
稿件、版式或所引用的文件里，有东西套着同类，一层套一层，多得走不完。""",
    "machine": """\
电脑做不到：磁盘满了，文件不许读写，或图片的像素多得装不下。消息里写明文件，改法里说怎么办。""",
    "file-outside": """\
文件里写的另一个文件在项目之外：图片、数据、底图、字体、所扩展的版式、规则表、印厂规格或ICC
特性文件。这样的文件不打开，也不查找。以点开头的名称（.env、.git）也不算项目里的。
项目是稿件往上最近的、有`infographic.toml`的文件夹；没有的话，是稿件与版式共同的文件夹。链接
先解开再判断。详见docs/security.md。
    infographic render story.json -l layout.json --root ..             更大的项目
    infographic render story.json -l layout.json --allow ../archive    另加一个文件夹""",
    "limit-unknown": """\
要放宽或收紧的上限不在docs/limits.md里，或所写的不是整数。
    infographic render story.json --limits image-pixels=400000000""",
    "over-limit": """\
文件要做的事超过了上限：版块、像素、字数等，消息里写明是哪一项。有了上限，小小的文件不至于拖
垮电脑；全部见docs/limits.md。文件可信的话，`--limits 名称=数字`可以放宽。""",
    "wrong-call": """\
命令写得不对。`infographic 命令 --help`说明写法。""",
    "call-number": """\
程序要的尺寸不是大于0的数：page.png(scale=-1)。
`scale`是版面自身像素的倍数，`ppi`是每英寸的像素数，切片的高度以px计。""",
    "call-file": """\
程序存版面时，文件名、文件对象或选项不能用。
写什么由后缀或`format`决定；每种文件有自己的选项，别种的不接受，免得悄悄不起作用。全部见
docs/formats.md。
    page.save("card.jpgg")                     是不是“.jpg”？
    page.save("card.png", quality=80)          PNG无损，要压缩就写.jpg""",
    "call-type": """\
程序传的选项类型不对。
    compose(story, "square", font_path=["fonts"], values=[("/headline", "大事")])""",
    "call-word": """\
程序用了那里不认的词：page.pdf("web")。
消息里列出可用的词。""",
}
