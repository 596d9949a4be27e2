"""A browser for tests: Chromium through its own driver, by the WebDriver protocol (W3C), without
any package beyond the two programs."""
import base64
import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request


def programs():
    """Paths of browser and driver, None for what is not installed."""
    browser = next((found for name in ('chromium', 'chromium-browser', 'google-chrome')
                    if (found := shutil.which(name))), None)
    return browser, shutil.which('chromedriver')


def _free_port():
    with socket.socket() as listener:
        listener.bind(('127.0.0.1', 0))
        return listener.getsockname()[1]


class Browser:
    """One window. Everything that it asks of a network, and everything on its console, is kept."""

    def __init__(self):
        browser, driver = programs()
        port = _free_port()
        self._driver = subprocess.Popen([driver, f'--port={port}', '--log-level=OFF'],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._base = f'http://127.0.0.1:{port}'
        self._session = ''
        self._wait_for_driver()
        arguments = ['--headless=new', '--disable-gpu', '--hide-scrollbars', '--no-first-run']
        if os.geteuid() == 0:
            arguments.append('--no-sandbox')  # which root cannot have
        options = {'binary': browser, 'args': arguments}
        answer = self._call('POST', '/session', {'capabilities': {'alwaysMatch': {
            'goog:chromeOptions': options,
            'goog:loggingPrefs': {'browser': 'ALL', 'performance': 'ALL'}}}})
        self._session = '/session/' + answer['sessionId']

    def __enter__(self):
        return self

    def __exit__(self, *error):
        try:
            self._call('DELETE', self._session)
        finally:
            self._driver.terminate()
            self._driver.wait()

    def show(self, path, width, height=900, scheme='light'):
        """Opens a file in a window of so many CSS pixels, in the scheme that the reader prefers."""
        self._devtools('Emulation.setDeviceMetricsOverride',
                       {'width': width, 'height': height, 'deviceScaleFactor': 1,
                        'mobile': width < 600})
        self._devtools('Emulation.setEmulatedMedia', {'features': [
            {'name': 'prefers-color-scheme', 'value': scheme}]})
        self._call('POST', self._session + '/url', {'url': 'file://' + os.path.abspath(path)})

    def run(self, script):
        """The value of the body of a function."""
        return self._call('POST', self._session + '/execute/sync', {'script': script, 'args': []})

    def console(self):
        """What was printed there since the last call, and errors of the page."""
        return [entry['message'] for entry in self._log('browser')]

    def requests(self):
        """Addresses asked for since the last call."""
        messages = [json.loads(entry['message'])['message'] for entry in self._log('performance')]
        return [message['params']['request']['url'] for message in messages
                if message['method'] == 'Network.requestWillBeSent']

    def screenshot(self, path):
        """Of the whole page."""
        shot = self._devtools('Page.captureScreenshot', {'captureBeyondViewport': True})
        with open(path, 'wb') as file:
            file.write(base64.b64decode(shot['data']))

    def _log(self, kind):
        return self._call('POST', self._session + '/se/log', {'type': kind})

    def _devtools(self, command, parameters):
        return self._call('POST', self._session + '/goog/cdp/execute',
                          {'cmd': command, 'params': parameters})

    def _call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self._base + path, data, method=method,
                                         headers={'Content-Type': 'application/json'})
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)['value']
        except urllib.error.HTTPError as error:
            raise RuntimeError(error.read().decode(errors='replace')) from error

    def _wait_for_driver(self):
        for _ in range(100):
            try:
                self._call('GET', '/status')
                return
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.1)
        raise RuntimeError('the driver does not answer')
