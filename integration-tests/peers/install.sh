#!/usr/bin/env bash
# Installs the peers of the forecasting benchmarks from Debian packages; needs root.
set -euo pipefail
apt-get install -y --no-install-recommends r-base-core r-cran-forecast
Rscript -e 'cat("forecast", as.character(packageVersion("forecast")), "\n")'
