# Answers one line per series: METHOD HORIZON SEASON VALUE,VALUE,...
# with: PROCESSOR-MILLISECONDS WALL-MILLISECONDS FORECAST,FORECAST,...
suppressPackageStartupMessages(library(forecast))
methods <- list(
  ets = function(y, h) forecast(ets(y), h = h)$mean,
  arima = function(y, h) forecast(auto.arima(y), h = h)$mean,
  theta = function(y, h) thetaf(y, h = h)$mean)
cat("ready", as.character(packageVersion("forecast")), "\n")
flush(stdout())
input <- file("stdin", "r")
while (length(line <- readLines(input, n = 1)) > 0) {
  words <- strsplit(line, " ")[[1]]
  y <- ts(as.numeric(strsplit(words[4], ",")[[1]]), frequency = as.integer(words[3]))
  begin <- proc.time()
  answer <- tryCatch(
    as.numeric(methods[[words[1]]](y, as.integer(words[2]))),
    error = function(problem) NA)
  spent <- proc.time() - begin
  cat(1000 * sum(spent[1:2]), 1000 * spent[[3]], paste(format(answer, digits = 10, trim = TRUE), collapse = ","), "\n")
  flush(stdout())
}
