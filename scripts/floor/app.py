"""The least a page with a chart can cost: a heading, one choice and one small chart."""

import plotly.graph_objects as go
import streamlit as st

HEIGHTS = {"Rising": [1, 2, 3], "Falling": [3, 2, 1]}

st.title("Floor")
shape = st.selectbox("Shape", list(HEIGHTS))
st.plotly_chart(go.Figure(go.Bar(x=["a", "b", "c"], y=HEIGHTS[shape])), key="bars")
