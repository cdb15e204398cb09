"""From the workbooks that offices really keep to rows of a register, or to a refusal with its place and remedy."""
