import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '__first__'),
        ('places', '0002_kept_postcodes'),
        ('rota', '0002_days'),
    ]

    operations = [
        migrations.CreateModel(
            name='DayUnplanned',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('faults', models.JSONField()),
                ('asked', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='unplanned', to='rota.dayasked')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
