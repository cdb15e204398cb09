"""M站维修记录: one stay of a vehicle in an M station, as the 汽车维修电子健康档案系统 keeps it (JT/T 1132)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db import models

from yunguan.core.finding import Problem, Severity
from yunguan.core.workflow import Rule
from yunguan.office.rules import rule_on
from yunguan.registers.checks import in_order
from yunguan.registers.fields import ReferenceField, VinField
from yunguan.registers.maintenance.emission_case import EmissionCase
from yunguan.registers.maintenance.m_station import MStation
from yunguan.registers.record import Record

NOTICE = "关于建立实施汽车排放检验与维护制度的通知（环大气〔2020〕31号）"
RULES = (Rule("emission_repair.minutes", "维修用时过短提示", 10, "分钟", NOTICE, confirmed=False),)


class EmissionRepair(Record):
    """M站维修记录：一次进厂一行。"""

    record_no = models.CharField("维修档案编号", max_length=40)
    case = ReferenceField(EmissionCase, verbose_name="首检报告编号")
    station = ReferenceField(MStation, verbose_name="M站编号")
    vin = VinField("车辆识别代号")
    taken_in_on = models.DateField("进厂日期")
    diagnosis = models.TextField("故障诊断")
    work = models.TextField("维修项目")
    parts = models.TextField("更换配件", blank=True, null=True)
    minutes = models.PositiveIntegerField("维修用时（分钟）", blank=True, null=True)
    finished_on = models.DateField("竣工日期", blank=True, null=True)
    certificate_no = models.CharField("竣工凭证编号", max_length=40, blank=True, null=True)
    uploaded_on = models.DateField("上传日期", blank=True, null=True)

    title = "M站维修记录"
    section = "maintenance"
    key_fields = ("record_no",)
    period_field = "taken_in_on"
    rules = RULES
    filed_by = frozenset({"operator", "county"})
    operator_path = "station__operator__uscc"
    search_fields = ("record_no", "vin", "case__case_no", "station__name")
    list_fields = ("record_no", "case", "station", "taken_in_on", "finished_on", "uploaded_on")
    companions = {"station": ("M站名称", "name")}
    known_as = {
        "record_no": ("档案编号", "维修单号"),
        "case": ("检验报告编号",),
        "vin": ("车架号", "VIN"),
        "taken_in_on": ("送修日期", "维修日期"),
        "finished_on": ("结算日期",),
        "diagnosis": ("故障描述",),
        "parts": ("配件明细",),
        "station__name": ("维修企业名称",),
    }

    class Meta:
        verbose_name = "M站维修记录"
        constraints = (models.UniqueConstraint(fields=("record_no",), name="emission_repair_once"),)

    def derive(self) -> None:
        if self.station_id and not self.area:
            self.area = self.station.area

    def problems(self) -> Iterator[Problem]:
        yield from in_order(self, "taken_in_on", "finished_on", "uploaded_on")
        if self.vin != self.case.vin:
            yield Problem("vin", f"维修记录的车辆识别代号与首检的“{self.case.vin}”不一致，请核对是否同一台车。")
        if self.taken_in_on < self.case.tested_on:
            yield Problem("taken_in_on", "进厂日期早于首检日期，请核对两个日期。")
        if self.finished_on and not self.certificate_no:
            yield Problem("certificate_no", "已竣工的维修须填写竣工凭证编号。")
        if self.station.running_from is None or self.taken_in_on < self.station.running_from:
            yield Problem("station", f"“{self.station}”当日还没有投入运行，请核对M站编号或进厂日期。")

    @classmethod
    def problems_among(cls, records: Any) -> Iterator[tuple[int, Problem]]:
        """A repair that took hardly any time is told: the record may have been made up."""
        known: dict[date, int] = {}
        for index, record in enumerate(records):
            if record.minutes is None:
                continue
            day = record.taken_in_on
            if day not in known:
                known[day] = rule_on("emission_repair.minutes", day).value
            if record.minutes < known[day]:
                text = f"维修用时只有 {record.minutes} 分钟，请核查是否真实维修。"
                yield index, Problem("minutes", text, Severity.WARNING)
