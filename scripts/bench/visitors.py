"""Many visitors at once: light clients that speak streamlit's websocket protocol instead of browser tabs."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING, Final

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.Selectbox_pb2 import Selectbox
from websockets.asyncio.client import connect
from websockets.typing import Subprotocol

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
        page_hash: The server's name for the page; empty if it serves a single one.
        box: The selectbox that is changed.
    """

    socket: ClientConnection
    target: Target
    random: Random
    page_hash: str = ""
    box: Selectbox = field(default_factory=Selectbox)

    async def load(self) -> float:
        """Open the page and find the selectbox; return the seconds of the run."""
        ask = BackMsg()
        ask.rerun_script.page_name = self.target.path.strip("/")
        took, messages = await self._run(ask)
        hashes = (message.navigation.page_script_hash for message in messages)
        self.page_hash = next(filter(None, hashes), "")
        self.box = _find_selectbox(messages, self.target)
        return took

    async def stay(self, seconds: float) -> tuple[float, ...]:
        """Change the selectbox now and then; return the seconds of each rerun."""
        chosen, reruns, end = self.box.options[0], [], time.perf_counter() + seconds
        while time.perf_counter() < end:
            await asyncio.sleep(self.random.uniform(*THINKING))
            chosen = self.random.choice([option for option in self.box.options if option != chosen])
            took, messages = await self._run(self._choice(chosen))
            _find_selectbox(messages, self.target)
            reruns.append(took)
        return tuple(reruns)

    def _choice(self, option: str) -> BackMsg:
        ask = BackMsg()
        ask.rerun_script.page_script_hash = self.page_hash
        ask.rerun_script.widget_states.widgets.add(id=self.box.id, string_value=option)
        return ask

    async def _run(self, ask: BackMsg) -> tuple[float, list[ForwardMsg]]:
        messages: list[ForwardMsg] = []
        begun = time.perf_counter()
        await self.socket.send(ask.SerializeToString())
        while not messages or messages[-1].WhichOneof("type") != "script_finished":
            messages.append(ForwardMsg.FromString(await self.socket.recv(decode=False)))
        took = time.perf_counter() - begun
        if messages[-1].script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
            raise RuntimeError(f"A run of {self.target.path} did not finish.")
        return took, messages


def measure_crowd(target: Target, count: int, seconds: float) -> Crowd:
    """Let many visitors open the page at the same time on a new server and then change it for a while."""
    with server(target.script) as (address, process):
        visits = asyncio.run(_gather(address, target, count, seconds))
        loads, reruns = zip(*visits, strict=True)
        return Crowd(loads, tuple(each for some in reruns for each in some), memory(process))


async def _gather(address: str, target: Target, count: int, seconds: float) -> list[tuple[float, tuple[float, ...]]]:
    everybody_in = asyncio.Barrier(count)
    async with asyncio.timeout(seconds + PATIENCE):
        return await asyncio.gather(
            *(_visit(address, target, Random(number), everybody_in, seconds) for number in range(count))
        )


async def _visit(
    address: str, target: Target, random: Random, everybody_in: asyncio.Barrier, seconds: float
) -> tuple[float, tuple[float, ...]]:
    stream = f"{address.replace('http', 'ws', 1)}/_stcore/stream"
    async with connect(stream, subprotocols=[Subprotocol("streamlit")], max_size=None, proxy=None) as socket:
        visitor = Visitor(socket, target, random)
        load = await visitor.load()
        await everybody_in.wait()
        return load, await visitor.stay(seconds)


def _find_selectbox(messages: Sequence[ForwardMsg], target: Target) -> Selectbox:
    for message in messages:
        box = message.delta.new_element.selectbox
        if box.label == target.crowd:
            return box
    raise RuntimeError(f"The answer for {target.path} has no selectbox {target.crowd!r}.")
