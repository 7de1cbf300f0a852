"""Turns raw customers into features."""

import pandas as pd

customers = pd.read_parquet("data/customers.parquet")
features = customers.dropna(subset=["tenure", "churned"])
features["spend_per_month"] = features["spend"] / features["tenure"].clip(lower=1)
features.to_parquet("data/features.parquet")
