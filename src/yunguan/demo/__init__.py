"""The demonstration centre: invented people and companies whose figures are those of Hengyang 2023."""
