"""The site itself as written: the settings that are facts."""

from typing import Annotated

from pydantic import Field

from scienceweek.model.site_facts import Destination, Geocoder, MapGround
from scienceweek.source.records.record import Line, Record, Url, optional, required


class MarksRecord(Record):
    """页脚的标识：党政机关网站要有的，没有的不写"""

    authority: Line | None = optional("党政机关标识", "图片，放在 content/images，写 images/authority.png")
    authority_url: Url | None = optional("标识的链接", "点党政机关标识打开的网址")
    code: Line | None = optional("标识码", "网站标识码，十位")
    icp: Line | None = optional("备案号", "ICP 备案号，例如 渝ICP备00000000号")
    police: Line | None = optional("公安备案", "公安机关备案号，例如 渝公网安备 00000000000000号")
    map_approval: Line | None = optional("审图号", "全站地图的审图号，例如 渝S（2024）000号")


class MapRecord(Record):
    """地图的底图：不写就没有底图，不向别的网站要东西"""

    service: MapGround = required("底图", "谁的底图")
    token: Line | None = optional("密钥", "天地图的密钥，网页里看得到，请在天地图的网站限定本站的域名")
    file: Line | None = optional("文件", "PMTiles 文件的地址，例如 assets/ground.pmtiles")
    approval: Line | None = optional("审图号", "底图的审图号，显示在地图左下角")
    source: Line | None = optional("来源", "底图是谁的，显示在审图号前面")


class RsyncRecord(Record):
    """别的服务器"""

    to: Line = required("送到", "用户@服务器:/文件夹/文件夹，例如 deploy@kepu.example.gov.cn:/srv/kepu")
    swap: bool | None = optional("整版更换", "写 false：对方只能用 rsync，逐个文件更换")


class BucketRecord(Record):
    """对象存储：密钥不写在这里"""

    bucket: Line = required("桶", "桶的名称")
    endpoint: Url | None = optional("接入点", "例如 https://oss-cn-chengdu.aliyuncs.com")
    region: Line | None = optional("地域")
    prefix: Line | None = optional("前缀", "放在桶里的哪个文件夹")
    addressing: Line | None = optional("域名方式", "阿里云写 virtual")
    gzip: bool | None = optional("压缩", "写 false：网页不压缩，给不会解压的读者")
    website: bool | None = optional("首页和404", "写 false：不设桶的默认首页和 404 页，已经在别处设好")


class BranchRecord(Record):
    """代码平台的 Pages"""

    remote: Line | None = optional("远程仓库", "git 里的名称，不写就是 origin")
    branch: Line | None = optional("分支", "不写就是 gh-pages")
    domain: Line | None = optional("域名", "自己的域名")


class DeliveryRecord(Record):
    """怎样发布：在自己的电脑或流水线上发布时送到哪里；推送到服务器就发布的，不用写"""

    to: Destination | None = optional("方式", "不写就打成压缩包")
    rsync: RsyncRecord | None = optional("别的服务器")
    s3: BucketRecord | None = optional("对象存储")
    pages: BranchRecord | None = optional("代码平台的 Pages")


class SiteRecord(Record):
    """网站：名称、由谁管理、标识和怎样发布；密码和密钥不写在这里"""

    name: Line | None = optional("名称", "网站的名称，例如 渝北科技活动周")
    url: Line | None = optional("网址", "网站的完整地址，到首页为止，例如 https://kepu.example.gov.cn")
    keeper: Line | None = optional("管理单位", "由谁管理这个网站，页脚和“关于本站”上写着")
    phone: Line | None = optional("电话", "发现错误打哪个电话，人人看得到；座机带区号")
    uid_domain: Line | None = optional(
        "日历域名", "日历里每个活动的记号用它，定了就不改，例如 kepu.example.gov.cn"
    )
    marks: MarksRecord | None = optional("标识", "页脚的标识和备案号")
    map: MapRecord | None = optional("地图", "地图的底图")
    geocoder: Geocoder | None = optional("查位置", "invoke geocode 问谁，不写就问天地图")
    mask_mobiles: bool | None = optional("隐去手机", "写 true：个人手机只显示头三位和末四位")
    hide_mobiles_after_days: Annotated[int, Field(ge=0, le=36_500)] | None = optional(
        "手机显示到", "活动周结束几天以后不再显示个人手机，不写就一直显示"
    )
    licence: Line | None = optional(
        "数据许可", "开放数据可以怎样使用，例如 CC BY 4.0，注明来源即可使用；不写的，数据页请读者先问管理单位"
    )
    with_drafts: bool | None = optional(
        "草稿也发布", "写 true：导入以后还没有核对的草稿也发布；不写就先不发布"
    )
    publish: DeliveryRecord | None = optional("发布", "怎样发布")
