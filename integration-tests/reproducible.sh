#!/usr/bin/env bash
# Builds this commit twice in two fresh copies and compares every jar of ours and the archive.
# Ends with one line: RESULT reproducible identical=N of=N
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/souk-twice.XXXXXX")
trap 'rm -rf "$work"' EXIT

for copy in one two/other; do
  mkdir -p "$work/$copy"
  git -C "$root" archive HEAD | tar -xf - -C "$work/$copy"
  echo "Building in $copy" >&2
  (cd "$work/$copy" && mvn -B -q ${MAVEN_ARGS:-} -DskipTests -pl distribution/souk.distribution -am package >&2)
done

sums() {
  (cd "$1" && for file in bundles/*/target/*.jar distribution/*/target/*.jar distribution/souk.distribution/target/*.tar.gz; do
    case $file in *-sources.jar) continue ;; esac
    printf '%s  %s\n' "$(openssl dgst -sha256 -r "$file" | cut -d' ' -f1)" "$file"
  done | sort -k2)
}
sums "$work/one" >"$work/one.sums"
sums "$work/two/other" >"$work/two.sums"
identical=$(comm -12 <(sort "$work/one.sums") <(sort "$work/two.sums") | wc -l | tr -d ' ')
all=$(wc -l <"$work/one.sums" | tr -d ' ')
diff "$work/one.sums" "$work/two.sums" >&2 || true
echo "RESULT reproducible identical=$identical of=$all"
[ "$identical" = "$all" ]
