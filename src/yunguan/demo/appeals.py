"""What the invented public says: matters by topic, each with what was asked and what was answered."""

from __future__ import annotations

from dataclasses import dataclass

from yunguan.registers.appeals import Topic


@dataclass(frozen=True)
class Matter:
    """One matter: its title, what the caller says, what the section found and answered."""

    summary: str
    content: str
    reply: str
    appeal: str = "complaint"
    finding: str = "true"


MATTERS: dict[str, tuple[Matter, ...]] = {
    Topic.REFUND: (
        Matter(
            "驾校拖延退还培训费",
            "报名后因外出务工无法参训，申请退费两个月未果。",
            "已督促驾校按合同扣除已培训部分后退款。",
        ),
        Matter(
            "教练离职后不予退费", "教练收费后离职，驾校称款项未入账不退。", "经核实款项由教练收取，驾校已先行垫付退还。"
        ),
        Matter(
            "退费扣款比例过高",
            "只参加一次理论学习，驾校要求扣除一半费用。",
            "已组织双方协商，驾校调整扣款并退还差额。",
            finding="partly",
        ),
        Matter(
            "网上报名后找不到驾校",
            "在短视频平台缴费报名，线下无人接待。",
            "系无备案人员招生，已转有关部门并告知维权途径。",
        ),
    ),
    Topic.TRAINING: (
        Matter("约不上练车时间", "科目二约车排队一个多月。", "已要求驾校增派车辆，学员已约到训练时段。"),
        Matter("教练态度差、收取额外费用", "教练以加班费名义收取现金。", "驾校已退还所收费用并对教练停教培训。"),
        Matter("未签订培训合同", "报名时只给收据，没有合同。", "驾校已补签培训合同，并组织自查。"),
        Matter(
            "咨询驾校备案情况",
            "想了解所报驾校是否备案、能否培训大型车辆。",
            "已告知备案驾校名单和查询方式。",
            "consult",
            "not_asked",
        ),
    ),
    Topic.TAXI: (
        Matter(
            "巡游出租车拒载", "在火车站招手，司机得知目的地后拒载。", "经调取行车轨迹属实，企业已对驾驶员批评教育。"
        ),
        Matter("出租车不打表", "晚间乘车，司机要求一口价。", "驾驶员退还多收车费，企业纳入服务考核。"),
        Matter(
            "物品遗失在出租车上",
            "下车时手机遗落，记得大致时间和路段。",
            "已通过定位平台找到车辆，失物归还。",
            "help",
            "not_asked",
        ),
        Matter("出租车绕路", "比平时多收十余元。", "轨迹显示因道路施工改道，已向乘客解释。", finding="untrue"),
    ),
    Topic.RIDE_HAILING: (
        Matter("网约车驾驶员要求加价", "到达后要求另付高速费用。", "平台已退还费用并对驾驶员下线培训。"),
        Matter(
            "咨询网约车驾驶员证办理",
            "想了解报名条件和考试安排。",
            "已告知条件、材料和近期考试场次。",
            "consult",
            "not_asked",
        ),
        Matter("平台派单车辆与实际不符", "来车号牌与平台显示不一致。", "平台核实后已封停该账号，线索移交执法部门。"),
    ),
    Topic.BUS: (
        Matter("公交线路候车时间长", "早高峰等候超过半小时。", "已与公交企业调整早高峰发车间隔。", finding="partly"),
        Matter(
            "建议延长末班车时间",
            "晚自习学生回家不便。",
            "已纳入线路优化研究，企业将试行延时。",
            "suggestion",
            "not_asked",
        ),
        Matter("公交车到站不停", "挥手示意后车辆未停。", "经查看监控属实，驾驶员已被扣服务分。"),
        Matter("老年人乘车优待卡刷卡异常", "卡片多次提示无效。", "已协助到营业厅换卡。", "help", "not_asked"),
    ),
    Topic.COACH: (
        Matter("客运班车中途甩客", "车辆在途中将乘客转到另一辆车。", "企业已向乘客致歉并退还部分票款。"),
        Matter("班车停班未提前告知", "到站后才知道班次取消。", "已要求企业提前公示班次调整信息。"),
        Matter(
            "咨询包车备案手续", "单位组织活动需要租用大客车。", "已告知包车备案流程和所需材料。", "consult", "not_asked"
        ),
    ),
    Topic.STATION: (
        Matter("客运站售票窗口少", "节日期间排队时间长。", "车站已加开窗口并增加自助售票机引导。"),
        Matter("候车室卫生差", "座椅和卫生间清扫不及时。", "车站已整改，科室复查合格。"),
        Matter("退票手续费争议", "开车前两小时退票被扣两成。", "收费符合公示标准，已向乘客解释。", finding="untrue"),
    ),
    Topic.MAINTENANCE: (
        Matter("维修后故障依旧", "更换配件后同一故障再次出现。", "经调解维修企业免费返修。"),
        Matter("维修收费不明", "结算清单没有列明工时。", "企业已补开明细并退还多收费用。", finding="partly"),
        Matter("咨询维修企业备案", "准备开办三类维修业务。", "已告知备案条件和网上办理入口。", "consult", "not_asked"),
    ),
    Topic.FREIGHT: (
        Matter(
            "货车司机运费被拖欠",
            "货物送达后托运方一直未付运费。",
            "属合同纠纷，已告知司法途径并协助联系企业。",
            "help",
            "unknown",
        ),
        Matter(
            "物流企业占道装卸",
            "小区门口长期有货车装卸。",
            "企业已调整装卸时段，占道线索移交有关部门。",
            "report",
            "partly",
        ),
    ),
    Topic.QUALIFICATION: (
        Matter(
            "从业资格证换证咨询", "证件即将到期，想了解换发手续。", "已告知可网上申请电子证照。", "consult", "not_asked"
        ),
        Matter("报名系统无法提交", "考试报名时页面提示错误。", "已协助重新提交，报名成功。", "help", "not_asked"),
        Matter("继续教育学时未更新", "完成学习后系统仍显示未完成。", "已联系平台同步学时。", "help", "true"),
    ),
    Topic.WAGES: (
        Matter("客运企业拖欠工资", "企业已有数月未足额发放工资。", "已约谈企业负责人，企业承诺分期发放。"),
        Matter("企业欠缴社会保险", "查询发现单位停缴养老保险。", "已转人社部门并跟踪企业补缴计划。", "help", "true"),
    ),
    Topic.OTHER: (
        Matter("建议增设充电桩指引", "外地司机找不到充电站。", "建议已转有关单位研究。", "suggestion", "not_asked"),
        Matter("咨询业务办理地点", "不清楚窗口搬迁后的地址。", "已告知现办公地址和电话。", "consult", "not_asked"),
    ),
}
"""Matters by topic."""

WEIGHTS: dict[str, int] = {
    Topic.REFUND: 24,
    Topic.TRAINING: 15,
    Topic.TAXI: 20,
    Topic.RIDE_HAILING: 10,
    Topic.BUS: 10,
    Topic.COACH: 5,
    Topic.STATION: 3,
    Topic.MAINTENANCE: 4,
    Topic.FREIGHT: 2,
    Topic.QUALIFICATION: 4,
    Topic.WAGES: 2,
    Topic.OTHER: 1,
}
"""How often each topic comes up."""

SECTORS: dict[str, tuple[str, ...]] = {
    Topic.REFUND: ("driver_training",),
    Topic.TRAINING: ("driver_training",),
    Topic.TAXI: ("taxi",),
    Topic.RIDE_HAILING: ("ride_hailing",),
    Topic.BUS: ("bus",),
    Topic.COACH: ("passenger",),
    Topic.STATION: ("station",),
    Topic.MAINTENANCE: ("maintenance",),
    Topic.FREIGHT: ("freight",),
    Topic.WAGES: ("passenger", "station"),
}
"""The trades that a topic is about; topics that are not here name no company."""
