"""Of the preflight of a written PDF.

Numbers are the press profile's, as in `preflight`.
"""

from __future__ import annotations

CODES: dict[str, str] = {
    "pdf-broken": """\
文件或其中的对象不合标准，读不出。
传送时截断了，或根本不是PDF。""",
    "pdf-version": """\
PDF版本比标准允许的新。
PDF/X-4至多PDF 1.6，PDF/X-1a和X-3是PDF 1.4。重新导出为PDF/X。""",
    "pdf-id": """\
文件没有/ID，印厂靠它分辨文件。每个PDF/X都有：两个字符串。""",
    "pdf-encrypted": """\
文件加了密，或要密码。
印厂要能打开、能改。另存为不带密码、不加限制的。""",
    "pdf-object-streams": """\
对象装在对象流里，那是PDF 1.5才有的。
旧流程和PDF/X-1a、X-3读不了。存为PDF 1.4。""",
    "pdf-external": """\
文件不完整：引用了别的文件，或含PostScript、只在印刷时替换的图片。
印厂只收到这一个文件。把引用的嵌进来。""",
    "pdf-filter": """\
数据流用了标准不许的压缩方式。
LZW和Crypt一概不许；PDF/X-1a不许JPEG 2000和JBIG2，X-3不许JPEG 2000。重新导出。""",
    "pdf-title-dates": """\
文件没有写标题、制作时间和修改时间。
PDF/X-4写在XMP里，X-1a和X-3写在Info里。""",
    "pdf-trapped": """\
文件没有写明是否已陷印，或两处写得不同。
印厂要知道该不该做陷印：True或False，不能是Unknown。""",
    "pdf-x-version": """\
文件没有写明是印厂要的PDF/X。
只有真能做PDF/X的程序才该这样写：光有标记没有用。""",
    "pdf-xmp": """\
XMP元数据缺失、损坏或压缩了。
PDF/X-4在里面写明自己是什么；要不压缩，放在xpacket包里。""",
    "pdf-xmp-id": """\
XMP元数据没有写文件标识：DocumentID、VersionID和RenditionClass。""",
    "pdf-metadata": """\
同一文件的Info与XMP写得不同。
有程序改了一处，忘了另一处。""",
    "pdf-intent": """\
文件没有写明用于哪种印刷条件，或写了几次。
没有它，油墨的数值没有意义。它是“输出意图”，类别GTS_PDFX。""",
    "pdf-intent-condition": """\
输出意图没有写明印刷条件，印厂无从知道。
登记过的有名称（IFRA26、FOGRA39）和http://www.color.org；报社自己的要嵌入ICC特性文件，并在
Info里说明。""",
    "pdf-intent-other": """\
文件是为别的印刷条件制作的。
给铜版纸做的，印在新闻纸上墨量太大。请对方重新输出。""",
    "pdf-intent-profile": """\
输出意图的ICC特性文件没有嵌入；PDF/X-4要求嵌入。""",
    "pdf-intent-profile-kind": """\
输出意图的ICC特性文件不是印刷机的。
要完整的CMYK输出特性文件（类别“prtr”）；PDF/X-1a和X-3要版本2。""",
    "pdf-action": """\
文件在打开或点击时会执行动作：链接、脚本、跳转。PDF/X不许有。""",
    "pdf-form": """\
文件是要填写的表单。打印成新的PDF，填好的内容变成普通文字。""",
    "pdf-layers": """\
文件有图层，PDF/X-1a和X-3不认；或图层会自己变。
印厂看到的可能与你看到的不同。合并图层。""",
    "pdf-pages": """\
文件不是恰好一页。报纸收的是一个文件一页，或一个文件一条广告。
印厂规格写"pages": "several"的收多页。""",
    "pdf-viewer-box": """\
文件让阅读器显示或打印的不是整张页面。""",
    "pdf-trim": """\
页面没有写明裁切到哪里：没有TrimBox，或又有ArtBox。""",
    "pdf-boxes": """\
页面的各个框不是依次套着：成品框在出血框里，出血框在页面里。""",
    "pdf-user-unit": """\
页面用了自定的度量单位；多数印刷机会印错尺寸。""",
    "pdf-crop": """\
CropBox遮住了页面的一部分：看到的不是印厂收到的。""",
    "pdf-rotated": """\
页面用一项设置转了方向，有些印厂不理会。应当转内容。""",
    "pdf-bleed": """\
出血不合印厂的要求：不够，或不该有却有。
报纸广告按订的尺寸印，没有出血；夹页四边各要3 mm。""",
    "pdf-annotation": """\
页面上有注释、链接或表单域。有的印厂会印出来，有的不会。""",
    "pdf-font": """\
字体没有嵌入，或嵌入的已损坏。
印厂会用别的字体排。导出时嵌入全部字体。""",
    "pdf-font-widths": """\
字体写明的字宽与字形不符。
印厂排出的行会比看到的宽或窄。是生成文件的程序出了错。""",
    "pdf-transfer": """\
文件自带加网或阶调曲线。
它们会加在印厂自己的上面，阶调全错。""",
    "pdf-transparency": """\
有透明效果，而标准不许透明。
在制作软件里拼合透明，或交PDF/X-4。""",
    "pdf-blend-space": """\
透明的颜色不在印厂的色彩空间里混合。
拼合时会变色。把文档的混合空间设为CMYK。""",
    "pdf-operator": """\
页面用了标准里没有的操作符、混合模式或渲染意图。""",
    "pdf-content": """\
页面内容读不到底，出错之后的可能缺了。""",
    "pdf-stream": """\
文件有一部分解不开：传送时损坏了。请对方重发。""",
    "pdf-resource": """\
页面引用了文件里没有的字体、图片或颜色。
印出来会缺。重新导出。""",
    "pdf-glyph-missing": """\
字体里没有的字排成了空框（.notdef）。
在文字里找空框，换一款有这个字的字体。""",
    "pdf-image-data": """\
图片的数据比写明的尺寸少：中途截断了。""",
    "pdf-empty": """\
页面上什么也没有。""",
    "pdf-text-cut": """\
文字伸出成品边，会被裁掉。""",
    "pdf-color": """\
有东西用RGB，或用了要印厂转换的色彩空间。
印成什么颜色就由印厂定了。在制作软件里转成CMYK；RGB的黑字会变成四色。""",
    "pdf-icc-cmyk": """\
油墨颜色绑定了ICC特性文件，应当只用DeviceCMYK。
印厂会把油墨再转成油墨，单色的黑会变成四色。""",
    "pdf-spots": """\
文件的专色比印厂的印版多。""",
    "pdf-ink": """\
颜色的墨量超过纸能吃的；见ink-limit。""",
    "pdf-ink-stack": """\
叠印在底色上，两层的墨量超过纸能吃的；见ink-stack。
按各色缩小画出页面，叠印和镂空都算进去。""",
    "pdf-white-overprint": """\
白色的东西设了叠印：会消失，因为没有白墨。
不模拟叠印的阅读器里仍看得见。改成镂空。""",
    "pdf-black-gray": """\
黑色小字用DeviceGray，不少流程里不能叠印。用CMYK的0 0 0 1。""",
    "pdf-black-knocks-out": """\
黑色小字是镂空的，或以模式0叠印。
套不准就在旁边露白。设叠印，模式1。""",
    "pdf-text-small": """\
文字太小，印不清；见text-small和text-small-reversed。""",
    "pdf-text-small-inks": """\
小字用了不止一种墨；见text-small-inks。""",
    "pdf-text-rich-black": """\
黑字还用了别的油墨；见black-mixed。""",
    "pdf-text-inks": """\
文字用的油墨太多；见text-inks。""",
    "pdf-line-thin": """\
线条太细，印不出；见line-thin、line-thin-reversed和line-thin-inks。""",
    "pdf-image-ppi": """\
图片按尺寸像素太少；见picture-coarse。""",
    "pdf-line-art-ppi": """\
黑白线条图像素太少；见picture-line-art。""",
    "pdf-image-ink": """\
图片墨量过大；见picture-ink。""",
}
