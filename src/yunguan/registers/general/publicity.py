"""宣传台账: banners, boards, briefings, press and posts, each piece with its topic."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models

from yunguan.core.finding import Problem
from yunguan.registers.fields import ReferenceField
from yunguan.registers.general.document import Document
from yunguan.registers.record import CommonRecord


class Medium(models.TextChoices):
    """载体."""

    BANNER = "banner", "横幅"
    BOARD = "board", "专栏展板"
    LED = "led", "电子显示屏"
    BRIEFING = "briefing", "简报"
    PRESS = "press", "新闻媒体"
    ACCOUNT = "account", "微信公众号"
    GROUP = "group", "工作微信群"
    POSTER = "poster", "海报"
    MANUAL = "manual", "手册资料"
    NOTICE = "notice", "公示公告"
    ON_SITE = "on_site", "现场宣讲"


class PublicityTopic(models.TextChoices):
    """主题."""

    CIVIC = "civic", "文明城市创建"
    SPRING = "spring", "春运"
    SAFETY = "safety", "安全生产"
    DRUGS = "drugs", "禁毒"
    CERTIFICATES = "certificates", "电子证照"
    PARTY = "party", "党建与主题教育"
    CREDIT = "credit", "质量信誉考核"
    SUBSIDY = "subsidy", "补贴公示"
    SERVICE = "service", "行业服务"


class Publicity(CommonRecord):
    """宣传：一件一行，一期简报、一篇报道、一条横幅各为一件。"""

    published_on = models.DateField("发布日期")
    medium = models.CharField("载体", max_length=16, choices=Medium)
    topic = models.CharField("主题", max_length=16, choices=PublicityTopic)
    headline = models.CharField("标题内容", max_length=150)
    outlet = models.CharField("发布媒体或地点", max_length=100)
    issue_no = models.PositiveIntegerField("期号", blank=True, null=True)
    copies = models.PositiveIntegerField("份数", blank=True, null=True)
    author = models.CharField("供稿人", max_length=50, blank=True, default="")
    link = models.CharField("链接", max_length=200, blank=True, default="")
    basis = ReferenceField(Document, verbose_name="依据文件登记号", blank=True, null=True)

    title = "宣传台账"
    section = "general"
    key_fields = ("published_on", "medium", "headline")
    period_field = "published_on"
    internal = True
    search_fields = ("headline", "outlet", "author")
    list_fields = ("published_on", "medium", "topic", "headline", "outlet", "issue_no", "copies", "kept_by")
    filter_fields = ("medium", "topic", "kept_by")
    companions = {"basis": ("依据文件", "document_title")}
    known_as = {"headline": ("标题", "内容"), "outlet": ("媒体", "地点"), "published_on": ("日期",)}

    class Meta:
        verbose_name = "宣传"
        constraints = (models.UniqueConstraint(fields=("published_on", "medium", "headline"), name="publicity_once"),)

    def problems(self) -> Iterator[Problem]:
        if self.medium == Medium.BRIEFING and not self.issue_no:
            yield Problem("issue_no", "简报须填写期号。")
        if self.medium in {Medium.POSTER, Medium.MANUAL} and not self.copies:
            yield Problem("copies", "海报、手册须填写发放份数；没有清点的不要登记。")
