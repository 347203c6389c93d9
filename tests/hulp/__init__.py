"""What tests share: inputs, workbooks to tamper with, judges, and strategies that draw every opbouw."""
