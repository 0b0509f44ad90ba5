#!/usr/bin/env python3
"""Makes the state folder of one version: make-state.py HOME DATA
HOME is that version's unpacked distribution, DATA an absent folder. Starts the platform, loads 60
weeks of ten invented articles, publishes, quotes, simulates and evaluates, stops, and writes beside
the state what a later version must still answer (expected.json)."""
import json, math, os, random, subprocess, sys, time, urllib.request
from datetime import date, timedelta

home, data = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
os.makedirs(data, mode=0o700)
csv = os.path.join(os.path.dirname(data), "shop.csv")
rnd = random.Random(11)
with open(csv, "w") as f:
    f.write("invoice_no,stock_code,description,quantity,invoice_date,unit_price,customer_id,country\n")
    invoice = 500000
    for week in range(60):
        for article in range(10):
            base = 2 + article % 7
            price = base * (1 + 0.1 * ((week // 4 + article) % 5 - 2))
            mean = 12 * (price / base) ** -4
            customer = 12000 + (rnd.randrange(8) if rnd.random() < 0.7 else 8 + rnd.randrange(60))
            quantity = max(1, round(mean * (0.7 + rnd.random() * 0.6)))
            day = date(2024, 1, 1) + timedelta(weeks=week, days=rnd.randrange(7))
            invoice += 1
            f.write(f"{invoice},A{100 + article},Article {article},{quantity},{day} 10:00:00,{price:.2f},{customer},United Kingdom\n")
        f.write(f"{invoice},A100,Broken row,x,not a date,1.00,12000,United Kingdom\n")

process = subprocess.Popen(
    [home + "/bin/souk", "start", "--foreground", "--port", "0", "--data", data, "--deploy", os.path.dirname(data) + "/deploy"],
    stdin=subprocess.DEVNULL, stdout=open(os.path.dirname(data) + "/out.log", "w"), stderr=subprocess.STDOUT)
announcement = data + "/running.properties"
while not os.path.exists(announcement):
    time.sleep(0.2)
    assert process.poll() is None, "it did not start"
url = dict(l.strip().split("=", 1) for l in open(announcement) if "=" in l)["url"]
key = open(data + "/secrets/admin.key").read().strip()

def call(method, path, body=None):
    request = urllib.request.Request(url + "/api/v1" + path, method=method,
        data=None if body is None else json.dumps(body).encode(),
        headers={"Authorization": "Bearer " + key, "Content-Type": "application/json"})
    try:
        return json.load(urllib.request.urlopen(request))
    except urllib.error.HTTPError as e:
        process.terminate(); sys.exit(f"{method} {path}: {e.code} {e.read().decode()}")

def job(path, body):
    answer = call("POST", path, body)
    while True:
        job = call("GET", "/jobs/" + answer["jobId"])
        if job["state"] in ("DONE", "FAILED", "CANCELLED"):
            if job["state"] != "DONE": sys.exit(f"{path}: {job}")
            return job["result"]
        time.sleep(0.1)

mapping = json.load(open(home + "/demo/online_retail.mapping.json"))
load = job("/loads", {"connector": "files", "path": csv, "mapping": mapping})
call("POST", "/strategies/Forecaster/select", {"strategy": "theta", "version": [s["version"] for s in call("GET", "/strategies/Forecaster")["strategies"] if s["strategy"] == "theta"][0], "reason": "the state fixture"})
job("/segments/runs", {})
job("/responses/runs", {"includeSimulated": False})
forecast = job("/forecasts/runs", {"items": 10})
for kind, share in (("PROMOTION", 0), ("PRICE", 0.3)):
    plan = job("/plans", {"kind": kind, "items": 10, "budgetMinor": 1000000})["planId"]
    call("POST", f"/plans/{plan}/approve", {"reason": "the state fixture"})
    print(kind, json.dumps(job(f"/plans/{plan}/publish", {"holdoutShare": share, "seed": 7}))[:300])
for e in call("GET", "/experiments"):
    print(json.dumps(job("/simulations", {"experimentId": e["id"], "weeks": 4, "seed": 3}))[:300])
    print("experiment", json.dumps(job(f"/experiments/{e['id']}/evaluate", {}))[:300])
carts, quotes = [], []
for article in range(10):
    cart = {"currency": "GBP", "channel": "web", "coupons": [], "customer": str(12000 + article),
            "lines": [{"sku": f"A{100 + article}", "quantity": 2}, {"sku": "A105", "quantity": 1}]}
    logged = call("POST", "/quotes", cart)
    cart["at"] = logged["at"]
    carts.append(cart)
    quotes.append(call("POST", "/quotes", cart))
time.sleep(2)
expected = {"version": call("GET", "/health"), "load": load, "loads": call("GET", "/loads"), "quality": call("GET", "/quality"),
            "plans": [call("GET", "/plans/" + p["id"]) for p in call("GET", "/plans")],
            "offers": call("GET", "/offers"), "experiments": [call("GET", "/experiments/" + e["id"]) for e in call("GET", "/experiments")],
            "forecaster": call("GET", "/strategies/Forecaster"), "carts": carts, "quotes": quotes}
for path in ("/publications", "/segments"):
    expected[path.strip("/")] = call("GET", path)
json.dump(expected, open(os.path.dirname(data) + "/expected.json", "w"), indent=1, sort_keys=True)
process.terminate()
print("ended with", process.wait())
