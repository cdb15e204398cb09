"""What the public asks and how it is answered, as the centre sorts it: sources, topics, findings, satisfaction."""

from __future__ import annotations

from django.db import models


class Source(models.TextChoices):
    """工单来源."""

    HOTLINE = "hotline", "12345热线"
    TRANSPORT_LINE = "transport_line", "12328热线"
    BUREAU = "bureau", "交通运输部门工单"
    PETITION = "petition", "国家信访网上投诉"


class Appeal(models.TextChoices):
    """诉求类别."""

    CONSULT = "consult", "咨询"
    HELP = "help", "求助"
    COMPLAINT = "complaint", "投诉"
    REPORT = "report", "举报"
    SUGGESTION = "suggestion", "建议"


class Handling(models.TextChoices):
    """办理类别: decides the limit."""

    URGENT = "urgent", "紧急"
    CONSULT = "consult", "咨询"
    NORMAL = "normal", "一般"
    COMPLEX = "complex", "复杂"


class Topic(models.TextChoices):
    """诉求主题."""

    REFUND = "refund", "驾培退费"
    TRAINING = "training", "驾培服务"
    TAXI = "taxi", "出租车服务"
    RIDE_HAILING = "ride_hailing", "网约车"
    BUS = "bus", "城市公交"
    COACH = "coach", "班线客运与包车"
    STATION = "station", "客运站服务"
    MAINTENANCE = "maintenance", "汽车维修"
    FREIGHT = "freight", "道路货运"
    QUALIFICATION = "qualification", "从业资格与证照"
    WAGES = "wages", "企业欠薪欠保"
    OTHER = "other", "其他"


SECTION_OF = {
    Topic.REFUND: "driver_training",
    Topic.TRAINING: "driver_training",
    Topic.TAXI: "urban_transit",
    Topic.RIDE_HAILING: "urban_transit",
    Topic.BUS: "urban_transit",
    Topic.COACH: "passenger",
    Topic.STATION: "stations",
    Topic.MAINTENANCE: "maintenance",
    Topic.FREIGHT: "freight",
    Topic.QUALIFICATION: "practitioners",
    Topic.WAGES: "general",
    Topic.OTHER: "general",
}
"""Which section handles a topic unless the clerk says otherwise."""


class Finding(models.TextChoices):
    """核查结论."""

    TRUE = "true", "属实"
    PARTLY = "partly", "部分属实"
    UNTRUE = "untrue", "不属实"
    UNKNOWN = "unknown", "无法核实"
    NOT_ASKED = "not_asked", "无需核查"


class Satisfaction(models.TextChoices):
    """回访满意度."""

    SATISFIED = "satisfied", "满意"
    FAIRLY = "fairly", "基本满意"
    DISSATISFIED = "dissatisfied", "不满意"
    UNRATED = "unrated", "未评价"


class ReturnReason(models.TextChoices):
    """退单原因."""

    NOT_OURS = "not_ours", "不属本单位职责"
    OTHER_AREA = "other_area", "不属本行政区域"
    UNCLEAR = "unclear", "诉求不明且无法联系"
    IN_COURT = "in_court", "已进入诉讼、仲裁或复议"
    SECRET = "secret", "涉密或依法不受理"
