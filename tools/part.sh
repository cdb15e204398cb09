#!/usr/bin/env bash
# Run one part of the checks under a heading and print how long it took: tools/part.sh NAME COMMAND…
name=$1
shift
echo "== $name"
SECONDS=0
"$@"
code=$?
word=done
[ $code -eq 0 ] || word="FAILED ($code)"
echo "== $name: $word, $SECONDS s"
exit $code
