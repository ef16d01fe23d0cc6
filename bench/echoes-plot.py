"""Draws what bench/echoes.sh printed: seconds and memory against the number of pages, both on log scales.

usage: bench/echoes.sh > figures.txt; python3 bench/echoes-plot.py < figures.txt > docs/images/echoes-scale.svg
"""
import math, re, sys

LINE = re.compile(r"(\d+) pages: words ([\d.]+) s, echoes ([\d.]+) s.*heap in use (\d+) MiB")
points = [tuple(map(float, match.groups())) for match in map(LINE.match, sys.stdin) if match]
WIDTH, HEIGHT, LEFT, TOP = 640, 360, 70, 30


def x(pages):
    return LEFT + (math.log10(pages) - 3) / 2 * (WIDTH - LEFT - 150)


def y(value):
    return HEIGHT - 50 - (math.log10(max(value, 0.1)) + 1) / 4 * (HEIGHT - 50 - TOP)


def line(name, color, values, lift=4):
    path = " ".join(f"{x(pages):.0f},{y(value):.0f}" for pages, value in values)
    last = values[-1]
    yield f'<polyline points="{path}" fill="none" stroke="{color}" stroke-width="2"/>'
    yield f'<text x="{x(last[0]) + 8:.0f}" y="{y(last[1]) + lift:.0f}" fill="{color}">{name}</text>'


print(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="13">')
print("<title>Finding echoes: seconds and memory by number of pages</title>")
for pages in (1000, 10000, 100000):
    print(f'<text x="{x(pages):.0f}" y="{HEIGHT - 25}" text-anchor="middle">{pages:,} pages</text>')
for value in (0.1, 1, 10, 100, 1000):
    print(f'<line x1="{LEFT}" x2="{WIDTH - 140}" y1="{y(value):.0f}" y2="{y(value):.0f}" stroke="#ccc"/>')
    print(f'<text x="{LEFT - 8}" y="{y(value) + 4:.0f}" text-anchor="end">{value:g}</text>')
for part in (
    line("echoes, s", "#a00", [(p, e) for p, _, e, _ in points]),
    line("words, s", "#06a", [(p, w) for p, w, _, _ in points], -10),
    line("memory, MiB", "#070", [(p, m) for p, _, _, m in points]),
):
    print("\n".join(part))
print("</svg>")
