#!/usr/bin/env bash
# Hold the demonstration's figures and the auditor's findings against the known answers: tools/score.sh FOLDER
#
# FOLDER holds tools/check-figures, tools/score-audit, samples/ and hengyang-2023/. Its documents are other
# people's: they are read where they lie and never copied. Ends with 1 when a figure differs.
set -euo pipefail

shared=${1:?"name the folder that holds the known answers: make score SHARED=../shared"}
if [ ! -x "$shared/tools/check-figures" ]; then
    echo "score: $shared/tools/check-figures is not there. Name the folder: make score SHARED=…" >&2
    exit 2
fi
out=build/score
bin=.venv/bin
export YUNGUAN_HOME=$out/home
unset DATABASE_URL
rm -rf "$out"
mkdir -p "$out"

tools/part.sh "demonstration" "$bin/yunguan" demo
"$bin/yunguan" figures 2023 --json >"$out/year.json"
"$bin/yunguan" figures 2023 --as-of 2023-11-30 --json >"$out/november.json"
"$bin/yunguan" figures 2023 --as-of 2023-10-31 --json >"$out/october.json"

# The auditor ends with 1 when it found something, which is what it is here for.
"$bin/yunguan" audit "$shared"/samples/reports/*.txt "$shared"/hengyang-2023/report.txt --json >"$out/audit.json" || [ $? -eq 1 ]
tools/part.sh "audit of known reports" "$shared/tools/score-audit" "$shared/samples/defects.json" "$out/audit.json" || true

tools/part.sh "figures" "$shared/tools/check-figures" "$out/year.json" "$out/november.json" "$out/october.json"
