#!/usr/bin/env bash
# Installs the peers of the forecasting benchmarks from Debian packages; needs root.
set -euo pipefail
apt-get install -y --no-install-recommends r-base-core r-cran-forecast \
  python3-numpy python3-pandas python3-sklearn python3-statsmodels
Rscript -e 'cat("forecast", as.character(packageVersion("forecast")), "\n")'
/usr/bin/python3 -c 'import sklearn, statsmodels; print("scikit-learn", sklearn.__version__, "statsmodels", statsmodels.__version__)'
