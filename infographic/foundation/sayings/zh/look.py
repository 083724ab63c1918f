"""Of a page's look: what is measured of it."""

from __future__ import annotations

from infographic.foundation.sayings import Sentence

LARGER = "在扩展本版式的版式里把这个样式或其中一部分（“unit”“digits”等）放大，或选更宽裕的版式"

SAYINGS: dict[str, str | tuple[str, str] | Sentence] = {
    "look-news": ("稿件的主数据{pointer}不在版面的数字里", "先放`news`，字号最大"),
    "look-rank": Sentence(
        "“{first}”在各个数字里不够突出：其次是“{second}”",
        "放大主数据，或缩小其他数字",
        found="{ratio:.2f} : 1，数字高{tall:.1f pt}与{next:.1f pt}",
        wanted="至少{least:g} : 1",
    ),
    "look-headline": Sentence(
        "主题与数字“{figure}”相比太小",
        "放大主题，或缩小一般数字",
        found="{ratio:.2f} : 1，字号{size:.1f pt}与{other:.1f pt}",
        wanted="至少{least:g} : 1",
    ),
    "look-accent": Sentence(
        "强调色不只用在主数据上",
        "改用墨色：强调色留给主数据和图形标记",
        found="另有{count}处：{words:join 、}",
        wanted="无",
    ),
    "look-sentences": Sentence(
        "一个区里带数字的句子太多，每句都要逐行看",
        "把一部分排成数字阵列、图表或列表",
        found="{count}句",
        wanted="至多{most}句",
    ),
    "look-hole": Sentence(
        "版面上有一块空白",
        "把地方让给旁边的图片、图表或数字，或换一种形式",
        found="{width:.0f pt} × {height:.0f pt}，占可见版面的{share:.0%}",
        wanted="至多{most:.0%}",
    ),
    "look-band": Sentence(
        "版面上有一条横贯的空白",
        "把地方让给上面或下面的内容，或换一种形式",
        found="高{height:.0f pt}，占可见版面的{share:.0%}",
        wanted="至多{most:.0%}",
    ),
    "look-masses": Sentence(
        "版面上成块的东西太少：缩小看是一片灰",
        "加图片、看得见的底色，或放大图形标记",
        found="图片、底色和图形标记占版面的{share:.0%}",
        wanted="至少{least:.0%}",
    ),
    "look-type/phone": Sentence(
        "“{words}”在手机上太小",
        LARGER,
        found="在宽375 pt的手机上为{size:.1f} pt（这里是{own:.0f px}）",
        wanted="至少{least:.1f} pt（{wanted:.0f px}）",
    ),
    "look-type/print": Sentence(
        "“{words}”比印厂能印的字还小", LARGER, found="{size:.1f pt}", wanted="至少{least:g pt}",
    ),
    "look-crop": Sentence(
        "“{picture}”裁掉太多",
        '换横竖合适的版式或图片，或让图框随图片的形状："ratio": "auto"',
        found="保留{share:.0%}",
        wanted="至少{least:.0%}",
    ),
    "look-caption": Sentence(
        "图说的行太长", "排成每行25至35字的栏", found="每行{count:.0f}字", wanted="至多{most:g}字",
    ),
    "look-relief": Sentence(
        "有一栏连排文字太长",
        "用{{! … !}}标出一句，供文章摘引，或加小标题",
        found="{depth:.0f pt}",
        wanted="至多{most:.0f pt}",
    ),
    "look-order": Sentence(
        "图{later}排在图{earlier}前面", "按图号排", found="有{count}对次序颠倒", wanted="无",
    ),
    "look-stamp": Sentence(
        "图{number}与最大的一张相比只有邮票大",
        "放大，或不用",
        found="面积是最大一张的{share:.1%}",
        wanted="至少{least:.1%}",
    ),
}  # fmt: skip
