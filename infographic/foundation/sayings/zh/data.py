"""Of a file of data: what it is, how it is read, and its cells."""

from __future__ import annotations

AS_XLSX = "打开后另存为.xlsx（“Excel 工作簿”）"
AGAIN = "用电子表格软件打开，再另存为.xlsx"
SHOW = "图表要用的话，在工作簿里取消隐藏"

SAYINGS: dict[str, str | tuple[str, str]] = {
    "phrase/binary-file": "不是文本",
    "phrase/empty-cell": "空单元格",
    "phrase/no-unit": "没有单位",
    "data-form": (
        "图表的数据应为文件名，或含列和行的对象，却是{found}",
        "写稿件旁边的文件名，或{{“columns”: […], “rows”: [[…]]}}",
    ),
    "data-file": ("没有{name}这个文件", "路径从稿件所在的文件夹算起"),
    "data-file/address": ("{name}是网址，程序不从网上取文件", "把文件存在稿件旁边"),
    "data-file/folder": ("{name}是文件夹", "写其中的文件名"),
    "data-file/unreadable": "{name}读不出：{reason:term}",
    "data-format": ("数据可用CSV、TSV、XLSX、ODS或JSON，这里却是{kind}", "把表另存为.xlsx或.csv"),
    "data-old-workbook": ("这是旧格式的工作簿或文档（.xls、.et、.wps），不能读", AS_XLSX),
    "data-old-workbook/binary": ("这是二进制工作簿（.xlsb），不能读", AS_XLSX),
    "data-old-workbook/html": ("这其实是网页，只是电子表格软件能当表打开", AS_XLSX),
    "data-old-workbook/xml": ("这是2003版的XML电子表格，不能读", AS_XLSX),
    "data-locked": ("工作簿有密码", "另存一份不带密码的"),
    "data-damaged": ("工作簿已损坏：{reason:term}", AGAIN),
    "data-damaged/entities": ("工作簿的XML里声明了实体，电子表格软件不会这样写", AGAIN),
    "data-empty": ("里面没有数据", "写一行表头，下面写数据"),
    "data-empty/rows": (
        "只有{rows}行表头，没有数据", "在表头下面写数据，或写明表头有几行，没有表头写“header”: 0",
    ),
    "mend/other-sheet": "工作簿里另有工作表：{others:list 和}；用“sheet”或--sheet指定一张",
    "data-empty/columns": ("有行而没有列", "给每一列写列名"),
    "data-empty/sheets": ("工作簿里没有工作表", "重新存为.xlsx"),
    "data-large/bytes": ("文件超过{most:g} MB，这是上限", "把图表要用的行另存为一个文件"),
    "data-large/unpacked": (
        "工作簿解压到{part}时超过{most:g} MB，这是上限", "把图表要用的工作表另存为一个工作簿",
    ),
    "data-large/rows": (
        "超过{most}行，这是上限", "把图表要用的行另存为一个文件，或写明范围：“range”: “A1:F200”",
    ),
    "data-large/columns": (
        "有{found}列，至多读{most}列", "把图表要用的列另存为一个文件，或写明范围：“range”: “A:F”",
    ),
    "data-large/cells": ("超过{most}个单元格，这是上限", "把图表要用的部分另存为一个文件"),
    "data-encoding": "文件编码是{encoding}",
    "data-encoding/damaged": (
        "字节0x{byte:02X}不合{encoding}编码", "以UTF-8重新保存，或写明编码：“encoding”: “gb18030”",
    ),
    "data-encoding/unknown": (
        "文件不是UTF-8编码，多半是{likely}", "写明“encoding”: “{codec}”，或以UTF-8重新保存",
    ),
    "data-delimiter": "单元格以{mark:term}分隔",
    "data-delimiter/other": (
        "只有一列，而每行里{mark:term}出现的次数都一样",
        "如果它是分隔符，写明：“delimiter”: “{character}”",
    ),
    "data-nul": ("文字里有NUL字节", "在原来的程序里重新存为.csv或.xlsx"),
    "data-quote/open": (
        "带引号的单元格从这里开始，一直没有收尾", '补上收尾的引号；单元格里的引号写作""',
    ),
    "data-quote/behind": (
        "单元格收尾的引号后面是“{found}”，不是分隔符", '带引号的单元格里，引号写作""',
    ),
    "data-cell-long": ("有一格超过{most}字", "看看是不是有引号没有收尾"),
    "data-sheet": "{file}里没有工作表“{name}”",
    "data-sheet/number": ("{file}里没有第{number}张工作表，共有{count}张", "从1数起，或写工作表名"),
    "data-sheet/hidden": ("全部{count}张工作表都隐藏着", "取消隐藏一张，或指名要：“sheet”: “…”"),
    "data-sheet/first": "读的是工作表“{name}”，没有读{others:list 和}",
    "data-hidden/sheets": "有{count}张隐藏的工作表没有读：{names}",
    "data-hidden/rows": ("略去{count}行隐藏的行：{rows}", SHOW),
    "data-hidden/columns": ("略去{count}列隐藏的列：{columns}", SHOW),
    "data-option/encoding": ("没有“{name}”这种编码", "写“utf-8”“gb18030”“utf-16”或“big5”"),
    "data-option/range": ("“{range}”不是单元格范围", "写首格和末格，如“A3:F20”，或写列，如“B:D”"),
    "data-option/delimiter": ("“{name}”不是一个可作分隔符的字符", "写“,”“;”“|”或“tab”"),
    "data-option/unused": ("`{field}`不用于这种数据，写了不起作用", "删去，或写它所属的文件名"),
    "data-option/text": "没有“{name}”这一列，无从按文字读",
    "data-header": (
        "首行是数值（“{number}”），不是表头",
        "在上面写列名；或写明表的范围，如“range”: “A3:F20”；没有表头写“header”: 0",
    ),
    "data-header/more": ("写明表头{asked}行，而总共只有{rows}行", "写明表头有几行：“header”: 1"),
    "data-name": ("列名应为文字，却是{found}", "加上引号"),
    "data-name-twice": ("有两列都叫“{name}”，前一列在{first}；这一列读作“{new}”", "各起一个列名"),
    "data-unnamed": ("有一列有数值而没有列名，略去", "在上面写列名"),
    "data-lists": (
        "“{name}”有{count}个值，“{first}”有{first_count}个", "每行写一个值，没有的写null",
    ),
    "data-row-long": ("这一行有{cells}格，表头只有{columns}格", '带逗号的数字加引号："1,234"'),
    "data-row-long/more": "另有{count}行比表头格数多",
    "data-row-short": (
        "有{count}行比表头格数少（表头{columns}格，只有{cells}格）；缺的按缺值算",
        "每行末尾写足逗号",
    ),
    "data-left-out/blank": "略去{count}个空行",
    "data-left-out/numbered": "略去给各列编号的一行",
    "data-left-out/header": "表头在这里又出现一次，略去",
    "data-left-out/lead-in": "略去只写“其中”的一行",
    "data-left-out/totals": "合计行不参加比较：{rows}",
    "data-left-out/parts": "上一行的“其中”项：{rows}",
    "data-further": ("这里另起一张表，没有读", "写明图表所用表的范围，如“range”: “A3:F20”"),
    "data-number": (
        "“{text}”不是数字，而“{name}”是数字列",
        "写数字，没有就写—；若该列是文字，写“text”: [“{name}”]",
    ),
    "data-number/row": (
        "“{text}”不是数字，而“{name}”是数字列",
        "写数字，没有就写—；若该列是文字，写--text-column {name}",
    ),
    "data-number/places": (
        "“{name}”有个数达{places}位，小数点两边至多各{most}位", "换大一些或小一些的单位，或取舍",
    ),
    "data-number/more": "“{name}”另有{count}格不是数字",
    "data-decimal": (
        "“{name}”里的“{text}”可以是{whole}，也可以是{part}，文件里看不出是哪个",
        "逗号是千位分隔符写“decimal”: “.”，是小数点写“decimal”: “,”",
    ),
    "data-decimal/point": (
        "“{name}”里的“{text}”在以“;”分隔的表里可以是{text}，也可以是{whole}，文件里看不出是哪个",
        "点是小数点写“decimal”: “.”，是千位分隔符写“decimal”: “,”",
    ),
    "data-decimal/both": (
        "“{name}”在{first}写“{one}”，这里写“{other}”：一个以逗号、一个以点作小数点", "整列统一写法",
    ),
    "data-decimal/other": (
        "“{name}”里的“{text}”所用小数点与全文件的“{mark}”不同",
        "改成一样，或写明哪个对：“decimal”: “.”",
    ),
    "data-units": (
        "“{text}”的单位是{unit}，“{name}”其他格是{usual}", "整列用一个单位，最好写在表头里",
    ),
    "data-units/again": "“{name}”里的“{text}”按{value}{unit}读，该列以此计",
    "data-units/counts": (
        "“{name}”以{unit}计，其中“{text}”有两种读法", "像其他格一样以{unit}计，只写数字",
    ),
    "data-table-unit/several": (
        "表的单位“{unit}”有几个，哪个归哪列不猜：{names:list 和}没有单位",
        "写进各自的表头，如{name}（…），或写进稿件：“unit_of”: {{“{name}”: “…”}}",
    ),
    "data-table-unit/rows": (
        "各行单位不同，有{units:list 和}，同一列的数不能相比",
        "把表转置，“turned”: true，让每行变成一列；或只取同一单位的行",
    ),
    "data-table-unit/rate": (
        "“{name}”按没有单位读：比率不会以表的单位{unit}计", "在表头写明单位：{name}（%）",
    ),
    "data-gap": "“{name}”有{count}个缺值：{words}",
    "data-gap/below": "“{name}”有{count}个值不足最小单位（…）：不算缺，图上不画",
    "data-cell/formula": ("公式没有存下结果", "用电子表格软件打开，重新计算后保存"),
    "data-cell/error": ("单元格里是错误值{error}", "改正公式，或写—"),
    "data-cell/date": ("{number}设成了日期格式，却不是日期", "重新填写日期"),
    "data-cell/string": (
        "工作簿里缺这一格的文字（编号{number}）", "用电子表格软件打开，再保存一次",
    ),
    "data-cell/nested": ("单元格里是{found}", "写数字或文字"),
}  # fmt: skip
