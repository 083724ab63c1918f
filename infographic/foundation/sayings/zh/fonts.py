"""Of font files: what is wrong with them, and which are found."""

from __future__ import annotations

AGAIN = "从原处重新复制；原处也坏就问字体厂商"
COPY = "从原处重新复制"
OTHER = "换一款字体，或问字体厂商"
FOLDER = "写字体所在的文件夹，从当前文件夹算起"

SAYINGS: dict[str, str | tuple[str, str]] = {
    "font-axis/range": ("{file}的“{axis}”轴不能取{value:g}", "取{low:g}至{high:g}"),
    "font-axis/static": ("{file}没有可变轴“{axis}”", "它没有轴，是静态字体"),
    "font-axis/unknown": ("{file}没有可变轴“{axis}”", "它的轴有：{known}"),
    "font-broken/cut": ("{file}已损坏：“{table}”表比它自己写明的短", AGAIN),
    "font-broken/em": (
        "{file}已损坏：“{table}”表写明全角为{upem}个单位，应为{least}至{most}", AGAIN,
    ),
    "font-broken/far": ("{file}已损坏：“{text}”的字形被移到远处（“GPOS”或“hmtx”表）", OTHER),
    "font-broken/glyph": ("{file}已损坏：“{table}”表的字形{glyph}画不出", AGAIN),
    "font-broken/itself": ("{file}已损坏：“{table}”表的字形{glyph}把自己当作部件", AGAIN),
    "font-broken/missing": ("{file}已损坏：缺“{table}”表", AGAIN),
    "font-broken/order": ("{file}已损坏：“{table}”表里应递增的数没有递增", AGAIN),
    "font-broken/subset": ("{file}已损坏：取不出版面要用的字形（“{table}”表）", AGAIN),
    "font-broken/unknown": ("{file}已损坏：“{table}”表里有字体不该有的内容", AGAIN),
    "font-broken/not-whole": ("{file}不是完整的TrueType或OpenType字体", COPY),
    "font-broken/type-1": ("{file}是Type 1字体，不能读", "向字体厂商要OpenType版，或转换成OTF"),
    "font-broken/table": ("{file}不能完整读出（{reason:term}）", COPY),
    "font-doubtful": (
        "{file}可能已损坏：{tables}与校验和不符", "从原处重新复制，或用字体编辑软件重新保存",
    ),
    "font-folder/file": ("这是文件，不是字体文件夹", FOLDER),
    "font-folder/missing": ("没有这个字体文件夹", FOLDER),
    "font-index": ("{file}含{count}款字体，没有第{index}款", "序号取0至{last}"),
    "font-large/all": ("加上{file}，版式所用字体超过{most}字节", "少用几款，用子集，或放宽上限"),
    "font-large/bytes": (
        "{file}中一款字体有{found}字节，超过{most}", "用单独的字体文件或子集，或放宽上限",
    ),
    "font-large/characters": ("{file}“cmap”表的一张清单超过{most}个字符", "换一款字体"),
    "font-large/depth": ("{file}的字形{glyph}部件套部件超过{most}层（“glyf”表）", OTHER),
    "font-large/faces": (
        "{file}自称含{found}款字体，超过{most}", "从原处重新复制，或把要用的一款单独取出",
    ),
    "font-large/glyphs": ("{file}把“{text}”的一个字符变成{most}个以上的字形（“GSUB”表）", OTHER),
    "font-large/names": ("{file}“name”表里的名称有{found}字节，超过{most}", OTHER),
    "font-large/points": ("{file}的字形{glyph}超过{most}个点（“{table}”表）", OTHER),
    "font-large/rules": ("{file}“{table}”表要查的数超过{most}个", OTHER),
    "font-large/sequence": ("{file}“{table}”表把一个字形变成{found}个，超过{most}", OTHER),
    "font-missing/beside": "没有字体文件“{name}”",
    "font-missing/face": (
        "版式旁边和自带字体里都没有“{name}”，也没有给--font-path",
        "`infographic fonts`列出全部字体",
    ),
    "font-missing/face-in-folders": (
        "版式旁边、自带字体和{folders}里都没有“{name}”", "`infographic fonts`列出全部字体",
    ),
    "font-missing/file": ("字体文件{path}读不出", "看看“fonts”里的路径对不对，文件有没有读取权限"),
    "font-pictures": (
        "{file}的字是图片（{tables}），没有轮廓",
        "用有轮廓的字体；表情符号用单色的，自带“emoji”一款",
    ),
    "mend/font-path": "放在版式旁边，或指明它的文件夹：--font-path FOLDER",
    "font-web/woff": (
        "{file}是网页字体（WOFF），为浏览器压缩过；可读的是.ttf、.otf、.ttc和.otc",
        "在它的文件夹里解开一次：python -m fontTools.ttLib -o {made} {packed}",
    ),
    "font-web/woff2": (
        "{file}是网页字体（WOFF2），为浏览器压缩过；可读的是.ttf、.otf、.ttc和.otc",
        "在它的文件夹里解开一次：先pip install brotli，再python -m fontTools.ttLib.woff2 "
        "decompress -o {made} {packed}",
    ),
    "font-unembeddable/file": (
        "{file}不许嵌入文件（fsType {fs_type}）", "换一款字体，或取得授权可用于印刷的版本",
    ),
}  # fmt: skip
