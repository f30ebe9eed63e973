"""Many visitors at once: light clients that speak streamlit's websocket protocol instead of browser tabs."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING, Final, Self
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect

from scripts.bench.browse import memory
from scripts.bench.results import Crowd
from scripts.browser import server

if TYPE_CHECKING:
    from collections.abc import Sequence

    from websockets.asyncio.client import ClientConnection

    from scripts.bench.targets import Target

THINKING: Final = (1.0, 3.0)  # seconds between the answer and the next change
PATIENCE: Final = 60.0  # seconds on top of the planned time before the measurement is given up


@dataclass
class Visitor:
    """One open session.

    Attributes:
        socket: The connection to the server.
        target: The page visited.
        random: Decides pauses and choices.
        widget: Id of the selectbox that is changed.
        options: What it offers.
        page_hash: The server's name for the page.
    """

    socket: ClientConnection
    target: Target
    random: Random
    widget: str = ""
    options: Sequence[str] = ()
    page_hash: str = ""
    reruns: list[float] = field(default_factory=list)

    async def load(self) -> float:
        """Open the page and find the selectbox; return the seconds of the run."""
        ask = BackMsg()
        ask.rerun_script.page_name = self.target.path.strip("/")
        ask.rerun_script.context_info.color_scheme = "light"
        took, messages = await self._run(ask)
        for message in messages:
            box = message.delta.new_element.selectbox
            if box.label == self.target.crowd:
                self.widget, self.options = box.id, list(box.options)
            self.page_hash = message.new_session.page_script_hash or self.page_hash
        if not self.widget:
            raise RuntimeError(f"The page {self.target.path} has no selectbox {self.target.crowd!r}.")
        return took

    async def stay(self, seconds: float) -> Self:
        """Change the selectbox now and then, and note how long each rerun takes."""
        chosen, end = self.options[0], time.perf_counter() + seconds
        while time.perf_counter() < end:
            await asyncio.sleep(self.random.uniform(*THINKING))
            chosen = self.random.choice([option for option in self.options if option != chosen])
            took, _ = await self._run(self._choose(chosen))
            self.reruns.append(took)
        return self

    def _choose(self, option: str) -> BackMsg:
        ask = BackMsg()
        ask.rerun_script.page_script_hash = self.page_hash
        ask.rerun_script.query_string = urlencode({str(self.target.crowd).lower(): option})
        ask.rerun_script.context_info.color_scheme = "light"
        ask.rerun_script.widget_states.widgets.add(id=self.widget, string_value=option)
        return ask

    async def _run(self, ask: BackMsg) -> tuple[float, list[ForwardMsg]]:
        begun, messages = time.perf_counter(), []
        await self.socket.send(ask.SerializeToString())
        async for data in self.socket:
            messages.append(ForwardMsg.FromString(data))
            if messages[-1].WhichOneof("type") == "script_finished":
                break
        took = time.perf_counter() - begun
        if messages[-1].script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
            raise RuntimeError("A run did not finish.")
        return took, messages
