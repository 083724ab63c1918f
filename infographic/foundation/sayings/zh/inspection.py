"""Of a written PDF: what a press would find in it."""

from __future__ import annotations

from infographic.foundation.sayings import Sentence

INKS = "DeviceCMYK、DeviceGray或专色"

SAYINGS: dict[str, str | tuple[str, str] | Sentence] = {
    "pdf-action": Sentence("文件在打开或点击时会执行动作", found="{action}"),
    "pdf-annotation": Sentence(
        "页面上有注释或链接", "输出时不带注释、链接和表单域", found="{kind}", wanted="出血范围内无",
    ),
    "pdf-black-gray": Sentence(
        "黑色小字用的是DeviceGray", found="DeviceGray", wanted="DeviceCMYK 0 0 0 1，以便叠印",
    ),
    "pdf-black-knocks-out/mode-0": Sentence(
        "黑色小字是镂空的", found="叠印模式0", wanted="叠印，模式1",
    ),
    "pdf-black-knocks-out/plain": Sentence(
        "黑色小字是镂空的", found="没有叠印", wanted="叠印，模式1",
    ),
    "pdf-bleed/not-taken": Sentence(
        "页面带出血，而该印厂不要出血", found="{bleed:.1f mm}", wanted="恰为成品尺寸",
    ),
    "pdf-bleed/short": Sentence("出血不够", found="{bleed:.1f mm}", wanted="{least:.1f mm}"),
    "pdf-blend-space/missing": Sentence(
        "页面有透明效果，却没有写明在什么色彩空间里混合",
        found="/Group没有/CS",
        wanted="DeviceCMYK",
    ),
    "pdf-blend-space/other": Sentence(
        "颜色混合所用的不是印厂的色彩空间", found="{space}", wanted="DeviceCMYK",
    ),
    "pdf-boxes": Sentence("{inner}超出{outer}", found="{inside}", wanted="在{outside}之内"),
    "pdf-broken/file": Sentence("文件读不成PDF", found="{reason}"),
    "pdf-broken/object": Sentence("文件里有损坏的对象", found="{reason}"),
    "pdf-color/no-inks": Sentence(
        "{kind:term}的颜色不是油墨",
        "在制作软件里用印厂的特性文件转换",
        found="{space}",
        wanted=INKS,
    ),
    "pdf-color/not-yet": Sentence(
        "{kind:term}的颜色还不是油墨", "要由印厂的软件转换", found="{space}", wanted=INKS,
    ),
    "pdf-content/cut-off": Sentence("页面读不到底", found="{reason:term}"),
    "pdf-content/not-in-pairs": "页面的q与Q不成对",
    "pdf-crop": Sentence("CropBox遮住了页面的一部分", found="{crop}", wanted="{sheet}"),
    "pdf-empty": "页面上什么也没有",
    "pdf-encrypted/file": ("文件已加密", "另存为不带密码、不加限制的"),
    "pdf-encrypted/password": ("文件要密码", "另存为不带密码、不加限制的"),
    "pdf-external": Sentence("文件不完整", "把它嵌进来：印厂只有这一个文件", found="{what}"),
    "pdf-filter": Sentence(
        "数据流用了标准不许的压缩方式", found="{filter}", wanted="Flate、DCT或CCITT",
    ),
    "pdf-font-widths": Sentence(
        "字体写明的字宽与字形不符",
        "印厂排出的行可能宽窄不同",
        found="{font}：代码{character}为{written:g}，另有{more}处",
        wanted="{own:g}",
    ),
    "pdf-font/not-embedded": Sentence("字体没有嵌入", found="{font}"),
    "pdf-font/unread": Sentence("嵌入的字体读不出", found="{font}"),
    "pdf-form": "文件是要填写的表单",
    "pdf-glyph-missing": Sentence("有字符排成了空框", found="{font}"),
    "pdf-icc-cmyk": Sentence("油墨颜色绑定了特性文件", found="ICCBased，4色", wanted="DeviceCMYK"),
    "pdf-id": Sentence("文件没有/ID", wanted="两个字符串"),
    "pdf-image-data": Sentence("图片数据与写明的不符", found="{held}", wanted="{wanted}"),
    "pdf-image-ink": Sentence(
        "图片总墨量过大",
        "用印厂自己的特性文件转换，就不会超过上限",
        found="{window:g} mm²见方内达{coverage:.0f}%",
        wanted="至多{most:g}%",
    ),
    "pdf-image-ppi": Sentence(
        "图片分辨率太低",
        "换更大的图片，或排小一些",
        found="{ppi:.0f} ppi",
        wanted="至少{least:g} ppi",
    ),
    "pdf-ink": Sentence(
        "{kind:term}总墨量过大", found="{coverage:.0f}%（{inks}）", wanted="至多{most:g}%",
    ),
    "pdf-ink-stack": Sentence(
        "{layer}叠印在{ground}上：两层加起来干不了",
        "改成镂空，或把底色调浅",
        found=(
            "约{area:.0f} mm²内达{total:.0f}%（{ground}共{below:.0f}%，加上{above:join 和}）；"
            "{window:g} mm²内平均{mean:.0f}%"
        ),
        wanted="{window:g} mm²内平均至多{most:g}%",
    ),
    "pdf-intent": Sentence(
        "文件没有写明为哪种印刷条件制作", found="{count}个PDF/X输出意图", wanted="1个",
    ),
    "pdf-intent-condition/missing": "输出意图没有写印刷条件",
    "pdf-intent-condition/own": Sentence(
        "自定的印刷条件没有说明", found="“{name}”，没有登记机构", wanted="嵌入特性文件并写明/Info",
    ),
    "pdf-intent-other": Sentence(
        "文件是为别的印刷条件制作的",
        "请对方重新输出：只改名称，颜色不会变",
        found="{name}",
        wanted="{asked}",
    ),
    "pdf-intent-profile": Sentence("输出意图的ICC特性文件没有嵌入", found="{name}"),
    "pdf-intent-profile-kind/old": Sentence(
        "输出意图的ICC特性文件不是印刷机的",
        found="{wrong}",
        wanted="完整的CMYK输出特性文件，版本2",
    ),
    "pdf-intent-profile-kind/version-4": Sentence(
        "输出意图的ICC特性文件不是印刷机的",
        found="{wrong}",
        wanted="完整的CMYK输出特性文件，版本2或4",
    ),
    "pdf-layers/banned": Sentence("文件有图层", wanted="{standard}不许有"),
    "pdf-layers/moving": Sentence(
        "文件的图层到了印厂可能显示不同", found="{entry}", wanted="状态固定",
    ),
    "pdf-line-art-ppi": Sentence(
        "黑白线条图分辨率太低", found="{ppi:.0f} ppi", wanted="{least:g} ppi",
    ),
    "pdf-line-thin/inks": Sentence(
        "{count}色的线条太细", found="{weight:.3g pt}", wanted="至少{least:g pt}",
    ),
    "pdf-line-thin/one-ink": Sentence(
        "线条太细", found="{weight:.3g pt}", wanted="至少{least:g pt}",
    ),
    "pdf-line-thin/white": Sentence(
        "反白的线条太细", found="{weight:.3g pt}", wanted="至少{least:g pt}",
    ),
    "pdf-metadata": Sentence(
        "Info与XMP的{property}不一致", found="“{info}”和“{xmp}”", wanted="一致",
    ),
    "pdf-object-streams": Sentence(
        "对象装在对象流里，那是PDF 1.5才有的", found="{kind}", wanted="{standard}不许有",
    ),
    "pdf-operator/blend-mode": Sentence("有不认识的混合模式", found="{name}"),
    "pdf-operator/intent": Sentence("有不认识的渲染意图", found="{names:join  }"),
    "pdf-operator/unknown": Sentence("页面用了标准里没有的操作符", found="{operators:join  }"),
    "pdf-pages": Sentence("文件不是恰好一页", found="{count}页", wanted="1页"),
    "pdf-resource": Sentence("页面引用了它没有的资源", found="{names:join  }"),
    "pdf-rotated": Sentence("页面转了方向", found="{degrees}°", wanted="0°"),
    "pdf-spots": Sentence(
        "页面要的印版比印厂的多", "改用四色印", found="{names}", wanted="{most}种专色",
    ),
    "pdf-stream": "有数据流解不开",
    "pdf-text-cut": Sentence("文字伸出成品边", wanted="文字都在成品边以内"),
    "pdf-text-inks": Sentence("文字用的油墨太多", found="{inks}", wanted="至多{most}种"),
    "pdf-text-rich-black": Sentence("黑色文字还用了别的油墨", found="{inks}", wanted="只用K 100"),
    "pdf-text-small-inks": Sentence(
        "{count}色的文字太小", found="{size:.4g pt}", wanted="至少{least:g pt}",
    ),
    "pdf-text-small/black": Sentence("文字太小", found="{size:.4g pt}", wanted="至少{least:g pt}"),
    "pdf-text-small/white": Sentence(
        "反白的文字太小", found="{size:.4g pt}", wanted="至少{least:g pt}",
    ),
    "pdf-title-dates": Sentence(
        "文件没有写标题和日期", found="缺{missing}", wanted="都写在{place}里",
    ),
    "pdf-transfer": Sentence("文件改动了印厂自己的加网或阶调", found="{what}", wanted="无"),
    "pdf-transparency": Sentence(
        "页面有透明效果", "在制作软件里拼合透明", found="{what}", wanted="{standard}不许有",
    ),
    "pdf-trapped/missing": Sentence(
        "文件没有写明是否已陷印", found="没有写", wanted="True或False，Info与XMP一致",
    ),
    "pdf-trapped/unclear": Sentence(
        "文件没有写明是否已陷印", found="{said:join 和}", wanted="True或False，Info与XMP一致",
    ),
    "pdf-trim/missing": Sentence(
        "页面没有写明裁切到哪里", found="TrimBox和ArtBox都没有", wanted="一个TrimBox",
    ),
    "pdf-trim/several": Sentence(
        "页面没有写明裁切到哪里", found="{boxes:join 和}", wanted="一个TrimBox",
    ),
    "pdf-user-unit": Sentence("页面用了自定的度量单位", found="{said}", wanted="1"),
    "pdf-version": Sentence(
        "PDF版本太新",
        "重新存为PDF/X；只改版本号不算数",
        found="{version}",
        wanted="{standard}至多用{newest}",
    ),
    "pdf-viewer-box": Sentence(
        "{entry}会裁掉页面的一部分", found="{said}", wanted="{boxes:join 或}",
    ),
    "pdf-white-overprint": Sentence(
        "白色{kind:term}设了叠印，会消失", found="{ink}", wanted="白色应镂空",
    ),
    "pdf-x-version/missing": Sentence(
        "文件没有写明是{standard}", found="没有写", wanted="{place}里写{standard}",
    ),
    "pdf-x-version/other": Sentence(
        "文件没有写明是{standard}", found="“{said}”", wanted="{place}里写{standard}",
    ),
    "pdf-xmp-id": Sentence("XMP元数据没有写文件标识", found="缺{missing}"),
    "pdf-xmp/missing": Sentence("文件没有可读的XMP元数据", found="没有"),
    "pdf-xmp/no-xml": Sentence("文件没有可读的XMP元数据", found="有，但不是XML"),
    "pdf-xmp/packed": Sentence("扫描文件找不到XMP元数据", wanted="不压缩，放在xpacket包里"),
}  # fmt: skip
