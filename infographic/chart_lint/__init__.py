"""What a chart would say that its data do not: found in a story's data, and on its pages.

`rules.doubtful_charts` says it; docs/chart-check.md tells what each code finds.
"""
