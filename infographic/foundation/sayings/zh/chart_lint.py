"""Of what a chart would make believe."""

from __future__ import annotations

_SHARES = "改正占比，或在图表的`note`里说明为何合不成整体"

SAYINGS: dict[str, str | tuple[str, str]] = {
    "chart-units/columns": (
        "{kind:term}只有一把标尺，各列的单位却有{units:list 和}", "分别画图，或列成表格",
    ),
    "chart-units/rows": (
        "这一行以{unit}计，首行以{other}计：放在同一根轴上，长短没有意义",
        "只画同一单位的行，或列成表格、数据条目",
    ),
    "chart-zero/log": ("{kind:term}的长短从0算起，对数轴没有0", "去掉`scale`，或改画折线"),
    "chart-zero/no-log": (
        "对数轴上放不下{value}，改用均匀轴", "去掉`scale`，或去掉不大于0的数值、参考线和区间",
    ),
    "chart-zero/ticks": (
        "刻度从{first}到{last}，好像轴从那里起，而{kind:term}从0画起",
        "刻度从0写起，或不写；差别小就画点图或折线",
    ),
    "chart-shares/more": ("其中一项{part}大于整体{whole}", "核对这一项，或图表的`of`"),
    "chart-shares/of": ("各项合计{sum}，大于整体{whole}", "核对各项，或图表的`of`"),
    "chart-shares/sum": (
        "“{column}”的{count}项占比合计{sum}%，不是100%：差{off}，四舍五入至多差{slack}", _SHARES,
    ),
    "chart-shares/row": (
        "“{row}”各项占比合计{sum}%，不是100%：差{off}，四舍五入至多差{slack}", _SHARES,
    ),
    "chart-rates/added": (
        "“{column}”是比率或均值，画成{kind:term}会让人看成它们之和",
        "画条形图或折线图，或改用绝对量",
    ),
    "chart-rates/colours": (
        "“{column}”是总量（{unit}），地图的颜色表示比率：面积大的地方会显得密集",
        "画圆圈地图，或改用人均、每平方公里或占比",
    ),
    "chart-rates/circles": ("“{column}”是比率，地图的圆圈表示总量", "画数据地图（value-map）"),
    "chart-rates/sum": (
        "“{column}”的合计{total}是{count}个比率之和，比率不能相加", "写整体的比率，或不写合计",
    ),
    "chart-source": ("没有写明数据来源", "在图表或稿件里写`source`，或在表下写一行“数据来源：…”"),
    "chart-series/many": (
        "并列{count}列数字，读者只分得清{most}列",
        "用`columns`选出标题所说的几列，或画组图、列成表格",
    ),
    "chart-series/highlight": ("{count}行全都突出，等于没有突出", "只突出标题所说的一两行"),
    "chart-colour": (
        "“{one}”与“{other}”只是色相不同：{color}与{second}的对比度为{contrast:.2f}，应有{least:g}",
        "在版式里把其中一个颜色调浅或调深，或画组图",
    ),
    "chart-contrast/marks": (
        "{count}个图形标记对比度太低：{color}在{ground}上为{contrast:.2f}，应有{least:g}",
        "在版式里选深一些的颜色：accent、graphic-rest或底色",
    ),
    "chart-cut/not-said": (
        "轴不从0起，版面上又没有说明：{change:.1%}的差别占了轴的{share:.0%}",
        "把图下的说明显示出来，或画条形图",
    ),
    "chart-cut/said": (
        "轴不从0起，图上已说明：{change:.1%}的差别占了轴的{share:.0%}",
        "嫌夸大就画条形图或柱形图，它们从0起",
    ),
    "chart-labels": (
        "图上有{count}个名称看不清：{names:join 、}", "给图更大的地方，或在`names`里写简称",
    ),
    "chart-names": "`{field}`里的“{key}”不是数据的行名或列名",
    "chart-names/twice": (
        "有两行都叫“{name}”，前一个在{first}：读者分不清", "各起一个名称，或去掉一个",
    ),
    "chart-direction/reversed": (
        "轴上数值越大越靠下或越靠左：上升看着像下降", "换一种图，并告诉我们：本程序的图都不应如此",
    ),
    "chart-direction/columns": (
        "“{first}”排在“{last}”前面：从左到右看，下降会像上升", "用`columns`按时间先后列出各列",
    ),
    "chart-direction/twice": (
        "时间“{name}”出现两次，前一个在{first}：各行按数据里的次序画，不按时间",
        "用`where`留一个，用`wide`把不同的分成几列，或在`periods`里写明时间省略了什么",
    ),
    "chart-direction/when": (
        "两个时间里前面的“{first}”比“{last}”晚", "先写早的，`from`和`to`也按这个次序",
    ),
    "chart-direction/falls": (
        "标题说“{word}”，数值却一路下降，从{first}到{last}", "改标题，或改数据",
    ),
    "chart-direction/rises": (
        "标题说“{word}”，数值却一路上升，从{first}到{last}", "改标题，或改数据",
    ),
}  # fmt: skip
