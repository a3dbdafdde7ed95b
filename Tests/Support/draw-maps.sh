#!/usr/bin/env bash
# Has Graphviz draw the map of every shipped scenario, in every colouring and with a way drawn over it, and
# fails where it draws nothing or says anything. Usage: bash Tests/Support/draw-maps.sh BINARY
set -euo pipefail
cd "$(dirname "$0")/../.."
binary=$1
command -v dot >/dev/null || { echo "Graphviz (dot) is not installed"; exit 1; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
drawn=0
for file in Scenarios/Library/*.json; do
  for colors in both result audience; do
    "$binary" map "$file" --format dot --color-by "$colors" >"$scratch/map.dot"
    dot -Tsvg "$scratch/map.dot" >"$scratch/map.svg" 2>"$scratch/said"
    if [ -s "$scratch/said" ] || ! grep -q '</svg>' "$scratch/map.svg"; then
      echo "$file, coloured by $colors:"
      cat "$scratch/said"
      exit 1
    fi
    ways=$(grep -c -- ' -> ' "$scratch/map.dot")
    shown=$(grep -c 'class="edge"' "$scratch/map.svg")
    [ "$ways" = "$shown" ] || { echo "$file: $shown of $ways ways are drawn"; exit 1; }
    drawn=$((drawn + 1))
  done
done
echo "$drawn maps drawn, and Graphviz said nothing"
