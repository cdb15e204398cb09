"""五全一常态排查项目: ten items a list, invented for the demonstration."""

from __future__ import annotations

from yunguan.demo.centre import Centre, Row

ITEMS = (
    ("责任", "安全生产责任制覆盖各岗位，当年责任书已签订", "查阅资料", "general"),
    ("责任", "主要负责人当月带队检查并有记录", "查阅资料", "general"),
    ("人员", "驾驶员从业资格证在有效期内", "查阅资料", "general"),
    ("人员", "当月安全教育培训有签到和考核", "查阅资料", "general"),
    ("车辆", "车辆按期维护和检测，例检记录完整", "抽查车辆", "general"),
    ("车辆", "卫星定位终端在线，超速和疲劳驾驶已闭环处理", "查看平台", "general"),
    ("设施", "灭火器、安全锤等器材齐全有效", "现场查看", "general"),
    ("设施", "车辆停放场地消防通道畅通", "现场查看", "general"),
    ("管理", "没有使用检验不合格或报废的车辆从事运输", "抽查车辆", "major"),
    ("应急", "应急预案已备案，当期演练有记录", "查阅资料", "general"),
)
FINDINGS = (
    "部分岗位责任书未签订",
    "当月带队检查没有记录",
    "两名驾驶员证件临近到期未换证",
    "安全教育签到有缺，缺补训记录",
    "三台车例检表填写不全",
    "超速报警未逐条处理",
    "四具灭火器压力不足",
    "停车场消防通道停放车辆",
    "一台车检验不合格仍在营运",
    "当期应急演练未开展",
)


def rows(centre: Centre) -> list[Row]:
    """One row an item, list by list."""
    return [_row(template, place) for template in centre.rows("check_template") for place in range(len(ITEMS))]


def item_code(template_no: str, place: int) -> str:
    """The number of an item, by its place in the list."""
    return f"{template_no}-{place + 1:02d}"


def _row(template: Row, place: int) -> Row:
    aspect, content, method, severity = ITEMS[place]
    return {
        "item_code": item_code(template["template_no"], place),
        "template": template["template_no"],
        "aspect": aspect,
        "content": content,
        "method": method,
        "basis": "企业安全生产管理制度",
        "severity": severity,
    }
