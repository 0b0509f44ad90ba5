# Reference values of the agreement tests, from R 4.2.2 with forecast 8.20 (Debian 12):
#   cd bundles/souk.demand.lib/src/test/resources/souk/demand/lib/agreement
#   Rscript ../../../../../../../../../integration-tests/peers/reference.R
# Reads series.csv (one made series per line: season, values) and writes reference.csv.
suppressPackageStartupMessages(library(forecast))
number <- function(x) paste(format(as.numeric(x), digits = 12, trim = TRUE), collapse = ",")
lines <- readLines("series.csv")
out <- character(0)
for (i in seq_along(lines)) {
  cells <- as.numeric(strsplit(lines[i], ",")[[1]])
  season <- cells[1]
  y <- ts(cells[-1], frequency = season)
  h <- 2 * season
  fit <- ets(y)
  out <- c(out, paste(i, "ets", gsub("[ETS() ]", "", fit$method), number(fit$loglik), number(fit$aicc), number(forecast(fit, h = h)$mean), sep = ";"))
  fit <- auto.arima(y, approximation = FALSE)
  a <- fit$arma
  constant <- as.integer(any(c("intercept", "drift") %in% names(coef(fit))))
  orders <- paste(a[1], a[6], a[2], a[3], a[7], a[4], constant, sep = ",")
  out <- c(out, paste(i, "arima", orders, number(fit$loglik), number(fit$aicc), number(forecast(fit, h = h)$mean), sep = ";"))
  out <- c(out, paste(i, "theta", "-", 0, 0, number(thetaf(y, h = h)$mean), sep = ";"))
}
writeLines(out, "reference.csv")
