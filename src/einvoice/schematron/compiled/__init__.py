"""The built-in rule sets, compiled by `einvoice.schematron.build`.  Do not edit: change the rules, and compile again."""
