"""Of maps: their base, its places, and what may be printed."""

from __future__ import annotations

EXPORT = "按经纬度（WGS 84或CGCS2000）重新导出GeoJSON"
AGAIN = "从原处重新复制，或重新导出"

SAYINGS: dict[str, str | tuple[str, str]] = {
    "graphic-refuses/approval": "底图没有审图号，没有审图号的地图不能印",
    "graphic-refuses/base": "没有底图",
    "graphic-refuses/no-places": "没有地点",
    "graphic-refuses/rate": "“{name}”是比率，用圆圈会让人把它相加",
    "graphic-refuses/total": "“{name}”是总量，用颜色表示总是面积大的地方领先",
    "map-approval/form": (
        "“{number}”不是审图号的写法",
        "照标准地图上的写：GS(2024)0650号、GS京(2022)1061号、浙S(2023)11号",
    ),
    "map-approval/own": (
        "地图在这里做了投影、缩放和着色：按地图审核规定应另有审图号，底图的{number}不能代替",
        "送审后把审图号写进“own_approval”",
    ),
    "map-labels/none": (
        "地图上有{count}个名称放不下：{names}", "给地图更大的地方，在“names”里写简称，或另列成表",
    ),
    "map-place/outside": (
        "“{name}”在{x:g}, {y:g}，不在地图范围内：经度{west:.4g}至{east:.4g}，纬度{south:.4g}至"
        "{north:.4g}",
        "“at”先写经度后写纬度，以度计",
    ),
    "map-place/parts": (
        "底图上有{count}块叫“{name}”，没有代码：都用它的值",
        "若是不同的地方，给底图加代码，并写明指哪一个",
    ),
    "map-place/plane": ("“{name}”写了坐标，而SVG底图没有坐标", "去掉“at”，按名称找"),
    "map-place/twice": ("“{name}”与“{other}”是地图上的同一处", "一处一行：去掉一行，或写明另一处"),
    "mend/swap-coordinates": "调换成{x:g}, {y:g}就在地图上",
    "map-empty": ("底图里没有一块有面积或线条：没有可画的", AGAIN),
    "map-form/arc": ("弧{found}不在拓扑的{count}条之内", AGAIN),
    "map-form/arcs": ("拓扑应有“arcs”列表，这里没有", AGAIN),
    "map-form/constant": ("“{word}”不是坐标可用的数", AGAIN),
    "map-form/encoding": (
        "底图不是UTF-8：字节{byte}不成字符", "存为UTF-8，GeoJSON和TopoJSON都用它",
    ),
    "map-form/feature": ("这里应为“type”是“Feature”的对象", AGAIN),
    "map-form/features": ("FeatureCollection应有“features”列表", AGAIN),
    "map-form/geometry": (
        "“{found}”不是能画的几何类型",
        "可用Polygon、MultiPolygon、LineString、MultiLineString、Point、MultiPoint以及它们的集合",
    ),
    "map-form/json": ("底图不是完整的JSON：第{line}行第{column}列，{reason:term}", AGAIN),
    "map-form/kind": (
        "“type”是“{found}”，既不是GeoJSON的也不是TopoJSON的",
        "底图应为FeatureCollection、Topology或SVG",
    ),
    "map-form/list": ("这里应为列表", AGAIN),
    "map-form/nesting": ("底图嵌套太深，不像地图", AGAIN),
    "map-form/number": ("底图里有个数太长，不像数字：{reason:term}", AGAIN),
    "map-form/object": ("底图是JSON，却不是带“type”的对象", AGAIN),
    "map-form/objects": ("拓扑的图层应在“objects”里，这里没有", AGAIN),
    "map-form/position": ("这里应为位置：[经度, 纬度]", AGAIN),
    "map-form/transform": ("“transform”要有“scale”和“translate”，各两个数", AGAIN),
    "map-layer/several": ("拓扑有几个图层：{known}", "用“layer”写明用哪个"),
    "map-layer/unknown": "拓扑里没有图层“{name}”，有的是{known}",
    "map-missing/file": "没有底图“{name}”",
    "map-missing/folder": "“{name}”是文件夹或设备，不是底图",
    "map-missing/address": ("“{name}”是网址，不是文件", "程序不从网上取文件：把底图存在稿件旁边"),
    "map-names/field": (
        "底图里没有一块在“{field}”里有名称，属性有{known}", "用“names”写明地名在哪个属性里",
    ),
    "map-place/several": ("“{name}”在地图上可能指几处：{known}", "写全名，或写代码"),
    "map-place/several-codes": ("有{count}块叫“{name}”，代码不同：{codes}", "用代码代替名称"),
    "map-place/unknown": "地图上没有“{name}”",
    "map-projected/crs": ("底图坐标是“{name}”的，不是经纬度", EXPORT),
    "map-projected/range": (
        "{x:g}, {y:g}不是经纬度，经纬度在±180和±90之内：这是投影坐标，比如以米计的", EXPORT,
    ),
    "map-projected/swapped": (
        "{x:g}, {y:g}不是经纬度，调换一下才是", "GeoJSON经度在前：重新导出，或逐对调换",
    ),
    "map-ring/few": (
        "这个环只有{count}个不同的位置，面至少要三个", "去掉这个环，或导出时少简化一些",
    ),
    "map-ring/line": ("这条线只有{count}个位置，至少要两个", "去掉这条线，或导出时少简化一些"),
    "map-ring/open": (
        "这个环从{first}起，到{last}止：末点应与首点相同", "在制作底图的软件里把环闭合",
    ),
    "map-shape/none": ("底图里“{name}”没有图形，画不出", "从底图里去掉这一项，或补上图形"),
    "map-svg/attribute": ("{element}的“{attribute}”读不出：{why}", "重新导出底图，只用普通路径"),
    "map-svg/left-out": (
        "底图只画有名称的图形：略去“{kind}”{count}处", "若是地点或边界，给图形加title或id",
    ),
    "map-svg/no-names": (
        "这个SVG里没有一块有title或id，而地点靠它们来找", "在制作它的软件里用title或id给图形命名",
    ),
    "map-too-large/bytes": ("底图有{mb:.0f} MB，超过{most:.0f} MB", "简化：版面用的只需几百kB"),
    "map-too-large/drawn": (
        "边界在这个尺寸下有{drawn:,}个转角，超过{most:,}个", "简化底图，把地图画小，或只画一部分",
    ),
    "map-too-large/positions": ("底图超过{most}个位置", "简化：版面用的只需几千个"),
    "map-unreadable": "底图“{file}”读不出（{reason:term}）",
}  # fmt: skip
