"""What other systems call the fields of a story: a CMS's export, a wire's feed, a desk's own words.

Looked at only where a field is not known, to say which one is meant.
"""

from __future__ import annotations

from collections.abc import Mapping

OTHER_NAMES: Mapping[str, Mapping[str, str]] = {
    "Story": {
        "headline": "title heading head hed subject 标题 主题 主标题 题目",
        "kicker": "eyebrow overline pretitle shoulder shoulderTitle 引题 眉题 肩题",
        "deck": "subtitle subTitle sub_title subheadline subheading subhead dek 副题 副标题",
        "byline": "author authors writer reporter reporters 作者 记者 署名",
        "lead": "summary abstract excerpt intro introduction description desc lede digest"
        " standfirst 导语 摘要 提要",
        "body": "content contents text article html paragraphs main bodyHtml body_html 正文 内容",
        "figures": "images image imgs pictures picture photos photo pics media gallery thumbnail"
        " thumbnails cover 图片 配图 组图",
        "panels": "data stats numbers facts charts tables 数据 数字",
        "source": "dataSource data_source 来源 数据来源",
        "credits": "editors designers 制图 编辑",
        "language": "lang locale 语言",
        "publication": "newspaper paper site 报纸",
        "publication/date": "date pubDate pubdate publishDate publish_date published publishedAt"
        " published_at publishTime publish_time time 日期 时间 发布时间",
        "publication/section": "section category channel column 栏目 版面",
    },
    "Panel": {
        "title": "heading headline name 标题",
        "stats": "items data numbers values rows facts 数据",
        "note": "footnote remark 备注 注",
        "intro": "description desc summary lead 导语",
    },
    "Stat": {
        "value": "number num figure amount count data 数值 数字 值",
        "label": "name title key indicator 指标 名称 标签 项目",
        "text": "sentence content 内容",
        "unit": "units suffix 单位",
        "note": "remark footnote description desc 备注 说明",
        "from": "before old earlier prev previous",
        "to": "after new later now",
    },
    "Figure": {
        "image": "url src path file filename href uri img photo picture 图片 文件",
        "caption": "desc description text title cutline legend 图说 说明 描述",
        "credit": "photographer source author copyright by 摄影 供图 来源",
        "alt": "altText alt_text",
        "aspect": "ratio",
    },
    "Publication": {
        "name": "title newspaper paper 报名 名称",
        "date": "pubDate published day 日期",
        "section": "category channel 栏目 版面",
        "page": "pageNo page_number 版次",
    },
    "Subhead": {"subhead": "heading title h2 小标题"},
    "Lead": {"lead": "text intro 导语"},
    "Quote": {"quote": "pullquote blockquote 引语 金句", "by": "speaker source author 说话人"},
}
"""For each class of the story its fields, and behind each what else it is called. “a/b” is the
field b of what stands under a."""


def own_name(cls: str, key: str) -> str | None:
    """What a field of another system is called here; None where it is not known.

    >>> own_name("Story", "images"), own_name("Figure", "url"), own_name("Story", "slug")
    ('figures', 'image', None)
    """
    for name, others in OTHER_NAMES.get(cls, {}).items():
        if key in others.split():
            return name
    return None
