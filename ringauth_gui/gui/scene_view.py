"""Shows one scene: what happened, what to try, what RingAuth should then say."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from ringauth_gui.gui.plain_label import PlainLabel
from ringauth_gui.practice_state import PracticeScene


class SceneView(QFrame):
    """Texts only; a screen reader reads them in their order."""

    def __init__(self) -> None:
        """Show no scene yet."""
        super().__init__()
        self.setObjectName("sceneView")
        self.setAccessibleName(self.tr("Scene"))
        self._name = PlainLabel(role="heading")
        self._name.setObjectName("sceneName")
        self._about = PlainLabel()
        self._about.setObjectName("sceneAbout")
        self._try = PlainLabel(self.tr("Try this"), "small")
        self._steps = PlainLabel()
        self._steps.setObjectName("sceneSteps")
        self._say = PlainLabel(self.tr("RingAuth should then say"), "small")
        self._promises = PlainLabel()
        self._promises.setObjectName("scenePromises")
        self._promises.make_selectable()
        self._lay_out()
        self.hide()

    def show_scene(self, scene: PracticeScene) -> None:
        """Show ``scene``."""
        self._name.setText(scene.name)
        self._about.setText(scene.about)
        steps = (f"{at}. {step}" for at, step in enumerate(scene.steps, start=1))
        self._steps.setText("\n".join(steps))
        promises = (f"{each.place}: “{each.text}”" for each in scene.promises)
        self._promises.setText("\n".join(promises))
        self.show()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._name)
        layout.addWidget(self._about)
        for heading, text in ((self._try, self._steps), (self._say, self._promises)):
            layout.addSpacing(8)
            layout.addWidget(heading)
            layout.addWidget(text)
        layout.addStretch(1)
