// Keeps the files of the chosen role and puts them where Maven looks for them. "souk new-addon"
// does the same without Maven; a test compares the two.
def project = new File(request.outputDirectory, request.artifactId)
def properties = request.properties
def role = new File(project, "roles/${properties['role']}")
if (!role.isDirectory()) {
  def known = new File(project, 'roles').list().sort().join(', ')
  project.deleteDir()
  throw new IllegalArgumentException(
      "There is no template for the role ${properties['role']}.\nMaybe one of these was meant: ${known}.")
}
def name = properties['className']
def folder = properties['package'].replace('.', '/')
def targets = [
  'Strategy.java'    : "src/main/java/${folder}/${name}.java",
  'package-info.java': "src/main/java/${folder}/package-info.java",
  'ContractTest.java': "src/test/java/${folder}/${name}ContractTest.java",
  'OwnTest.java'     : "src/test/java/${folder}/${name}Test.java"
]
targets.each { from, to ->
  def target = new File(project, to)
  target.parentFile.mkdirs()
  target.setText(new File(role, from).getText('UTF-8'), 'UTF-8')
}
def contract = new File(role, 'contract.txt').getText('UTF-8').trim()
def pom = new File(project, 'pom.xml')
pom.setText(pom.getText('UTF-8').replace('CONTRACT', contract), 'UTF-8')
def readme = new File(project, 'README.md')
readme.setText(readme.getText('UTF-8') + new File(role, 'README.md').getText('UTF-8'), 'UTF-8')
def dot = new File(project, 'dot')
new File(dot, 'gitignore').renameTo(new File(project, '.gitignore'))
new File(dot, 'mvn').renameTo(new File(project, '.mvn'))
dot.deleteDir()
new File(project, 'roles').deleteDir()
