#!/usr/bin/env python3
"""Writes what is shipped and under which licence: legal.py (after a build of this module).

Reads target/souk, the bundles of the second archive and the reviewed reasons below; writes
src/main/dist/legal/third-party.csv, src/main/dist/legal/souk.cdx.json and one such bill for each of
our jars under legal/bundles (all CycloneDX 1.6), the bills of the second archive under
src/main/dist-tensorflow/legal, and docs/third-party.md. LegalIT compares the lists with what is really shipped, so
a new jar, another version or a new dependency of a bundle fails the build until somebody has looked
at it and run this again."""
import csv, hashlib, io, json, os, re, sys, uuid, zipfile

here = os.path.dirname(os.path.abspath(__file__))
shipped = os.path.join(here, "target", "souk")
second = os.path.join(here, "../../features/souk.feature.sequences/target/repository")
# artifact (or its beginning, with *): group, licence, reason
REVIEWED = {
    "org.apache.felix.*": ("org.apache.felix", "Apache-2.0", "OSGi framework, its services, the HTTP service with Jetty and the web console"),
    "org.osgi.*": ("org.osgi", "Apache-2.0", "interfaces of the OSGi standard"),
    "jackson-*": ("com.fasterxml.jackson.core", "Apache-2.0", "JSON"),
    "commons-fileupload": ("commons-fileupload", "Apache-2.0", "needed by the HTTP service"),
    "commons-io": ("commons-io", "Apache-2.0", "needed by commons-fileupload"),
    "fastcsv": ("de.siegmar", "MIT", "CSV"),
    "duckdb_jdbc": ("org.duckdb", "MIT", "warehouse"),
    "sqlite-jdbc": ("org.xerial", "Apache-2.0", "journal"),
    "hipparchus-core": ("org.hipparchus", "Apache-2.0", "distributions in intervals"),
    "jspecify": ("org.jspecify", "Apache-2.0", "null annotations that bundles name"),
    "encoder": ("org.owasp.encoder", "BSD-3-Clause", "needed by the web console"),
    "picocli": ("info.picocli", "Apache-2.0", "command line"),
    "logback-*": ("ch.qos.logback", "EPL-1.0 OR LGPL-2.1-only", "logging whose levels change while running; used under EPL-1.0"),
    "slf4j-api": ("org.slf4j", "MIT", "interface of the logging"),
    "jakarta.json": ("org.glassfish", "EPL-2.0 OR GPL-2.0-only WITH Classpath-exception-2.0", "needed by the reader of features; used under EPL-2.0"),
}
# Inside jars of ours, not beside them.
INSIDE = [
    ("tribuo", "org.tribuo", "4.3.2", "Apache-2.0", "classical learners; in souk.wrap.tribuo"),
    ("olcut-core", "com.oracle.labs.olcut", "5.3.1", "BSD-2-Clause", "needed by Tribuo; in souk.wrap.tribuo"),
    ("protobuf-java", "com.google.protobuf", "3.25.6", "BSD-3-Clause", "needed by Tribuo; in souk.wrap.tribuo"),
    ("xgboost4j_2.12", "ml.dmlc", "1.6.2", "Apache-2.0", "boosted trees for Tribuo; in souk.wrap.tribuo"),
    ("libsvm", "tw.edu.ntu.csie", "", "BSD-3-Clause", "needed by Tribuo; in souk.wrap.tribuo"),
    ("liblinear", "de.bwaldvogel", "", "BSD-3-Clause", "needed by Tribuo; in souk.wrap.tribuo"),
    ("kryo", "com.esotericsoftware", "", "BSD-3-Clause", "needed by XGBoost4J; in souk.wrap.tribuo"),
    ("tensorflow-core-api", "org.tensorflow", "1.0.0", "Apache-2.0", "networks over sequences; in souk.wrap.tensorflow"),
    ("tensorflow-core-native", "org.tensorflow", "1.0.0", "Apache-2.0", "TensorFlow 2.16.2 itself; the native library beside souk.wrap.tensorflow"),
    ("tensorflow-framework", "org.tensorflow", "1.0.0", "Apache-2.0", "optimisers of TensorFlow; in souk.wrap.tensorflow"),
    ("ndarray", "org.tensorflow", "1.0.0", "Apache-2.0", "needed by TensorFlow; in souk.wrap.tensorflow"),
    ("javacpp", "org.bytedeco", "1.5.10", "Apache-2.0", "needed by TensorFlow; in souk.wrap.tensorflow"),
    ("protobuf-java", "com.google.protobuf", "3.21.9", "BSD-3-Clause", "needed by TensorFlow; in souk.wrap.tensorflow"),
    ("djl-api", "ai.djl", "0.36.0", "Apache-2.0", "serves networks; in souk.wrap.tensorflow"),
    ("tensorflow-engine", "ai.djl.tensorflow", "0.36.0", "Apache-2.0", "serves networks of TensorFlow; in souk.wrap.tensorflow"),
    ("gson", "com.google.code.gson", "2.13.1", "Apache-2.0", "needed by DJL; in souk.wrap.tensorflow"),
    ("jna", "net.java.dev.jna", "5.17.0", "Apache-2.0 OR LGPL-2.1-or-later", "needed by DJL, used under Apache-2.0; in souk.wrap.tensorflow"),
    ("commons-compress", "org.apache.commons", "1.27.1", "Apache-2.0", "needed by DJL; in souk.wrap.tensorflow"),
    ("echarts", "org.webjars.npm", "", "Apache-2.0", "charts of reports; in souk.evidence.reporting"),
]

# Plain jars of ours: what stands on their class path (bin/souk).
CLASS_PATHS = {
    "souk.cli": "picocli|jackson-core|jackson-databind|jackson-annotations|fastcsv",
    "souk.launcher": "org.apache.felix.framework|logback-classic|logback-core|slf4j-api",
}

def review(artifact):
    for name, entry in REVIEWED.items():
        if artifact == name or (name.endswith("*") and artifact.startswith(name[:-1])):
            return entry
    sys.exit(f"{artifact} is shipped but not reviewed: add group, licence and reason to legal.py")

def packages(manifest, header):
    """Package names of Import-Package or Export-Package; commas in quotes separate nothing."""
    text = manifest.replace("\r\n", "\n").replace("\n ", "")
    match = re.search(r"^" + header + r": *(.*)$", text, re.M)
    clauses = re.findall(r'(?:[^,"]|"[^"]*")+', match.group(1)) if match else []
    return [name.strip() for clause in clauses for name in clause.split(";") if name.strip() and "=" not in name]

rows, ours, exporters, apart = {}, {}, {}, set()
for folder, name in [(f, n) for root in (shipped, second) for f, _, files in os.walk(root) for n in files]:
    match = re.match(r"(.+?)-(\d.*)\.jar$", name)
    if not match:
        continue
    artifact, version = match.groups()
    path = os.path.join(folder, name)
    with zipfile.ZipFile(path) as jar:
        manifest = jar.read("META-INF/MANIFEST.MF").decode("utf-8")
    if artifact.startswith("souk."):
        ours[artifact] = packages(manifest, "Import-Package")
        if folder.startswith(second):
            apart.add(artifact)
        continue
    if folder.startswith(second):
        sys.exit(f"{artifact} of the second archive is not ours: teach legal.py to review it")
    for package in packages(manifest, "Export-Package"):
        exporters.setdefault(package, set()).add((artifact, version))
    digest = hashlib.sha256(open(path, "rb").read()).hexdigest()
    group, licence, reason = review(artifact)
    rows[(artifact, version)] = (group, licence, digest, reason)

table = io.StringIO()
writer = csv.writer(table, lineterminator="\n")
writer.writerow(["artifact", "version", "group", "licence", "sha256", "reason"])
for (artifact, version), (group, licence, digest, reason) in sorted(rows.items()):
    writer.writerow([artifact, version, group, licence, digest, reason])
legal = os.path.join(here, "src/main/dist/legal")
open(os.path.join(legal, "third-party.csv"), "w").write(table.getvalue())

def licences(text):
    return [{"expression": text}] if " " in text else [{"license": {"id": text}}]

def published(artifact, version):
    group, licence, digest, reason = rows[(artifact, version)]
    purl = f"pkg:maven/{group}/{artifact}@{version}"
    return {"type": "library", "bom-ref": purl, "group": group, "name": artifact, "version": version,
            "description": reason, "hashes": [{"alg": "SHA-256", "content": digest}],
            "licenses": licences(licence), "purl": purl}

def inside(artifact, group, version, licence, reason):
    component = {"type": "library", "bom-ref": f"inside:{artifact}", "group": group, "name": artifact,
                 "description": reason, "licenses": licences(licence)}
    if version:
        component["version"] = version
        component["purl"] = f"pkg:maven/{group}/{artifact}@{version}"
    return component

def own(artifact, kind="library"):
    purl = f"pkg:maven/org.souk/{artifact}"
    return {"type": kind, "bom-ref": purl, "group": "org.souk", "name": artifact,
            "licenses": licences("Apache-2.0"), "purl": purl}

def write_bill(path, subject, components):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    serial = uuid.uuid5(uuid.NAMESPACE_URL, table.getvalue() if subject["name"] == "souk" else json.dumps([subject, components]))
    bill = {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "serialNumber": f"urn:uuid:{serial}",
            "metadata": {"component": subject}, "components": components,
            "dependencies": [{"ref": subject["bom-ref"], "dependsOn": [c["bom-ref"] for c in components]}]}
    open(path, "w").write(json.dumps(bill, indent=1) + "\n")

legal_apart = os.path.join(here, "src/main/dist-tensorflow/legal")
inside_apart = [entry for entry in INSIDE if entry[4].endswith("souk.wrap.tensorflow")]
inside_main = [entry for entry in INSIDE if entry not in inside_apart]
write_bill(os.path.join(legal, "souk.cdx.json"), {**own("souk", "application"), "bom-ref": "pkg:maven/org.souk/souk"},
           [published(*key) for key in sorted(rows)] + [inside(*entry) for entry in inside_main]
           + [own(name) for name in sorted(set(ours) - apart)])
write_bill(os.path.join(legal_apart, "souk-tensorflow.cdx.json"), own("souk-tensorflow"),
           [inside(*entry) for entry in inside_apart] + [own(name) for name in sorted(apart)])
for folder in (legal, legal_apart):
    bills = os.path.join(folder, "bundles")
    os.makedirs(bills, exist_ok=True)
    for old in os.listdir(bills):
        os.remove(os.path.join(bills, old))
for name, imports in sorted(ours.items()):
    # Where several jars export a package, the first by name stands for it.
    used = {sorted(exporters[package])[0] for package in imports if package in exporters}
    used |= {key for key in rows if name in CLASS_PATHS and re.fullmatch(CLASS_PATHS[name], key[0])}
    held = [entry for entry in INSIDE if entry[4].endswith("in " + name)]
    write_bill(os.path.join(legal_apart if name in apart else legal, f"bundles/{name}.cdx.json"), own(name),
               [published(*key) for key in sorted(used)] + [inside(*entry) for entry in held])

lines = ["# Third-party code in the archive", "",
         "Generated by `distribution/souk.distribution/legal.py` and compared with the unpacked distribution in every",
         f"build. {len(rows)} jars as they were published, checksums pinned, and {len(inside_main)} libraries inside jars of ours.",
         "Nothing is under the GPL alone: where a library offers a choice, the licence that is used is named.", "",
         "| Artifact | Version | Licence | Why |", "|---|---|---|---|"]
lines += [f"| {a} | {v} | {l} | {r} |" for (a, v), (g, l, d, r) in sorted(rows.items())]
lines += ["", "Inside jars of ours:", "", "| Artifact | Version | Licence | Why |", "|---|---|---|---|"]
lines += [f"| {a} | {v or 'see the parent pom'} | {l} | {r} |" for a, g, v, l, r in inside_main]
lines += ["", "In the second archive, `souk-tensorflow-*.tar.gz`:", "", "| Artifact | Version | Licence | Why |", "|---|---|---|---|"]
lines += [f"| {a} | {v} | {l} | {r} |" for a, g, v, l, r in inside_apart]
open(os.path.join(here, "../../docs/third-party.md"), "w").write("\n".join(lines) + "\n")
print(len(rows), "jars,", len(ours), "of ours, a bill for each")
