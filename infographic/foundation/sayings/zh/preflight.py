"""Of a page before it is written: what the press would not print as it is meant."""

from __future__ import annotations

from infographic.foundation.sayings import Sentence

STACK = (
    "约{area:.0f} mm²内达{total:.0f}%（{ground_inks}共{below:.0f}%，加上{above:join 和}）；"
    "{window:g} mm²内平均{mean:.0f}%"
)
MEAN = "{window:g} mm²内平均至多{most:g}%"
KNOCKS_OUT = "改成反白（镂空），或把底色调浅"
WORDS = "在行末前增删几个字；下一行开头的内容在这一行排不下"
RGB = "换成RGB，或用印厂自己的特性文件转换，自己定减哪种墨"

SAYINGS: dict[str, str | tuple[str, str] | Sentence] = {
    "alt-missing": (
        "图片没有替代文字，看不见的读者不知道画的是什么", "给配图写“alt”：用一句话说画面上是什么",
    ),
    "black-mixed": Sentence(
        "黑色“{color}”还用了别的油墨",
        "套印不准就发虚；K 100已是新闻纸上最黑的",
        found="{inks}",
        wanted="只用K",
    ),
    "bleed-missing": Sentence(
        "色块停在成品边，没有出血",
        "画出成品边之外",
        found="伸出成品边{past:.1f mm}",
        wanted="{bleed:.1f mm}",
    ),
    "contrast-low/on-color": Sentence(
        "“{color}”文字不够醒目",
        "文字调深，或底色调浅",
        found="在“{ground}”上{contrast:.2f} : 1，{size:.4g px}",
        wanted="{least:g} : 1（WCAG 2）",
    ),
    "contrast-low/on-white": Sentence(
        "“{color}”文字不够醒目",
        "文字调深，或底色调浅",
        found="在白底上{contrast:.2f} : 1，{size:.4g px}",
        wanted="{least:g} : 1（WCAG 2）",
    ),
    "contrast-low/on-paper": Sentence(
        "“{color}”文字印出来不够醒目",
        "黑字在那里是{black:.2f} : 1；粗体从{large:.4g pt}起只要{large_least:g}",
        found="在白纸上{contrast:.2f} : 1，{size:.4g pt}",
        wanted="{least:g} : 1",
    ),
    "contrast-low/on-print": Sentence(
        "“{color}”文字印出来不够醒目",
        "黑字在那里是{black:.2f} : 1；粗体从{large:.4g pt}起只要{large_least:g}",
        found="在“{ground}”上{contrast:.2f} : 1，{size:.4g pt}",
        wanted="{least:g} : 1",
    ),
    "cutout-on-spot": Sentence(
        "退底图压在专色上",
        "矩形的边会露出来：从底色里去掉“spot”",
        found="整个矩形下不印{spot}，由C{c:g} M{m:g} Y{y:g} K{k:g}代替",
        wanted="底色用四色，或图片没有透明",
    ),
    "file-too-large": Sentence(
        "图片文件超过{platform}的限制",
        "少放图片或用小图片，或把--scale改小",
        found="{mb:.2f} MB",
        wanted="至多{most:.2f} MB",
    ),
    "font-unembeddable/face": Sentence("{face}不许嵌入", found="fsType {fs_type}"),
    "grey-mixed": Sentence(
        "灰色“{color}”是几种墨调出来的",
        '写作{{"k": 60}}：调出来的灰上机会偏红或偏绿',
        found="{inks}",
        wanted="只用K",
    ),
    "ink-limit": Sentence(
        "颜色“{color}”墨量过大，干不了",
        "去掉最少的几种墨，或以K代替C、M、Y",
        found="{coverage:.0f}%（{inks}）",
        wanted="至多{most:g}%",
    ),
    "ink-stack/broad": Sentence(
        "黑色大字叠印在墨量大的底色上",
        "改成反白，或把底色调浅",
        found="{inks}上达{total:.0f}%",
        wanted="至多{most:g}%",
    ),
    "ink-stack/line": Sentence(
        "“{color}”线条叠印在{ground}上，两层加起来干不了", KNOCKS_OUT, found=STACK, wanted=MEAN,
    ),
    "ink-stack/words": Sentence(
        "“{words}”叠印在{ground}上，两层加起来干不了", KNOCKS_OUT, found=STACK, wanted=MEAN,
    ),
    "line-hairline": Sentence(
        "线条没有粗细",
        "粗细为0的线只有设备的一个点宽，制版机上等于没有",
        found="{weight:.3g pt}",
        wanted="至少{least:g pt}",
    ),
    "line-thin": Sentence("线条太细，印不出", found="{weight:.3g pt}", wanted="至少{least:g pt}"),
    "line-thin-inks": Sentence(
        "几色套印的线条太细",
        found="{inks}，{weight:.3g pt}",
        wanted="至少{least:g pt}，或只用一种墨",
    ),
    "line-thin-reversed": Sentence(
        "深底上的线条太细", found="{weight:.3g pt}", wanted="至少{least:g pt}",
    ),
    "page-empty": ("版面上什么也没有", "给稿件写上能印出的文字，或在版式里放能显示稿件内容的版块"),
    "phrase/color-by-name": "“{name}”",
    "phrase/line": "“{words}”",
    "phrase/line-in-block": "“{words}”（{kind}）",
    "phrase/share-of-ink": "{ink} {share:.0f}%",
    "phrase/the-layout": "版式",
    "phrase/the-picture": "图片“{name}”",
    "picture-coarse": Sentence(
        "图片按这个尺寸分辨率太低",
        "至多排{widest:.0f mm}宽，或要一张{pixels:.0f}像素的",
        found="{width:.0f in mm} × {height:.0f mm}，{ppi:.0f} ppi",
        wanted="至少{least:g} ppi",
    ),
    "picture-ink/limited": Sentence(
        "图片总墨量过大，已压低：C、M、Y让给K",
        RGB,
        found="“{name}”{window:g} mm²见方内达{coverage:.0f}%，压到{taken:.0f}%",
        wanted="至多{most:g}%",
    ),
    "picture-ink/refused": Sentence(
        "图片总墨量过大，干不了",
        RGB,
        found="“{name}”{window:g} mm²见方内达{coverage:.0f}%",
        wanted="至多{most:g}%",
    ),
    "picture-line-art": Sentence(
        "黑白线条图分辨率太低", found="{ppi:.0f} ppi", wanted="至少{least:g} ppi",
    ),
    "picture-to-come/print": Sentence(
        "图片还没有来",
        "给配图写“image”",
        found="占位框",
        wanted="{width:.0f in mm} × {height:.0f mm}",
    ),
    "picture-to-come/screen": Sentence(
        "图片还没有来",
        "给配图写“image”",
        found="占位框",
        wanted="{width:.0f in px} × {height:.0f px}",
    ),
    "picture-unreadable": Sentence("图片读不出", found="{why}"),
    "press-opacity": Sentence(
        "“{color}”是半透明的，PDF/X-1a不许透明",
        "改用不透明的浅色，或换用PDF/X-4的印厂规格",
        found="不透明度{opacity:.0%}",
        wanted="100%",
    ),
    "press-rgb": (
        "颜色{color}只给了屏幕值：没有可印的油墨",
        '在写矢量图名称的地方写明它是版式里的哪个颜色："colors": {{"{color}": "accent"}}',
    ),
    "press-spots/plates": Sentence(
        "版面的专色比印厂的印版多",
        "从颜色里去掉“spot”改用四色印，或换印厂规格",
        found="{count}种（“{names:join ”“}”）",
        wanted="至多{most}种",
    ),
    "safe-area": Sentence(
        "文字落在平台会遮住或裁掉的地方",
        found="“{words}”",
        wanted=(
            "离上、右、下、左边各{top:g in px}、{right:g in px}、{bottom:g in px}、{left:g px}（"
            "{whose}）"
        ),
    ),
    "text-covered": Sentence("文字被上面的东西盖住了", found="“{words}”"),
    "text-cut": Sentence("文字被框边切掉了", found="“{words}”"),
    "text-color": Sentence(
        "彩色“{color}”的文字太小",
        "小字用黑色，底色用“paper”：颜色留给图形标记和大数字",
        found="{inks}，{size:.4g pt}",
        wanted="至少{least:g pt}，或只用黑",
    ),
    "text-faint": Sentence(
        "文字与底色分不开", found="{inks}，对比度{contrast:.2f}", wanted="至少{least:g}",
    ),
    "text-inks": Sentence(
        "“{color}”文字用的油墨太多",
        "从颜色里去掉最少的一种墨",
        found="{count}种（{inks}）",
        wanted="至多{most}种",
    ),
    "text-loose": Sentence(
        "“{words}”拉得太松，字间有空洞", WORDS, found="字间{gap:.2f} em", wanted="至多{most:g} em",
    ),
    "text-loose/short": Sentence(
        "“{words}”在两端齐的段落里没有排满", WORDS, found="空着{short:.1f pt}", wanted="排满一行",
    ),
    "text-near-edge": Sentence(
        "文字离裁切边太近，可能被裁掉", found="{near:.1f mm}", wanted="至少{least:.1f mm}",
    ),
    "text-on-picture": Sentence(
        "文字压在图片上", "看不看得清要用眼看；或在中间垫一层底色", found="“{words}”",
    ),
    "text-outside": Sentence(
        "文字伸出版面", found="“{words}”伸出{reach:.1f mm}", wanted="在成品边以内",
    ),
    "text-over-text": Sentence(
        "两行字压在一起", "给其中一行更大的地方，或加大样式的行距", found="{first}和{second}",
    ),
    "text-small": Sentence(
        "“{color}”文字太小，印不清", found="{size:.4g pt}", wanted="至少{least:g pt}",
    ),
    "text-small-inks": Sentence(
        "“{color}”文字用{count}种墨，太小",
        "套印总有误差：小字会出彩边",
        found="{inks}，{size:.4g pt}",
        wanted="至少{least:g pt}，或只用一种墨",
    ),
    "text-small-reversed": Sentence(
        "深底上的“{color}”文字太小",
        "底色的墨会糊住细笔画",
        found="{size:.4g pt}",
        wanted="至少{least:g pt}",
    ),
    "text-small-tint": Sentence(
        "平网“{color}”的文字太小",
        "粗网线印不出细笔画",
        found="{inks}，{size:.4g pt}",
        wanted="至少{least:g pt}，或用实地",
    ),
    "tone-filled": Sentence(
        "“{color}”的平网会印成实地", found="{tone:g}%", wanted="至多{most:g}%，或100%",
    ),
    "tone-lost": Sentence(
        "“{color}”的平网太浅，印不出", found="{tone:g}%", wanted="0或至少{least:g}%",
    ),
    "type-small": Sentence(
        "文字在手机上太小", found="“{color}”，{size:.4g px}", wanted="至少{least:g px}",
    ),
}  # fmt: skip
